import { describe, expect, it } from 'vitest';
import { build, fieldAt, freeName, quoted, timesOf, type Fields } from '../src/reports/sentence';

const told = { by: 'usa', grade: 'official', source: 'supposed in the workbench' };

function text(fields: Fields): string {
  return build({ ...told, ...fields }, 'supposed-1').text;
}

describe('a supposed sentence', () => {
  it('says that something was somewhere', () => {
    expect(text({ what: 'state', thing: 'mk-70', 'with:operator': 'usa', state: 'staying', place: 'germany', time: 'onward', day1: '2024-07-10', said: '2024-07-11' })).toBe(
      'report supposed-1\n  mk-70 with operator usa staying in germany from 2024-07-10 onward\n  by usa said 2024-07-11 grade official\n  source "supposed in the workbench".',
    );
  });

  it('takes the attributes, the item and the number', () => {
    expect(text({ what: 'state', thing: 'boat', item: 'h-1', 'with:operator': 'north', 'with:armed': 'yes', 'with:guns': '', state: 'present', amount: '2', amountForm: 'or more', place: 'lake', time: 'from', day1: '2024-02-10', day2: '2024-02-12' }))
      .toContain('\n  boat as h-1 with operator north, armed yes present 2 or more in lake from 2024-02-10 to 2024-02-12\n  by usa grade official');
  });

  it('says that there was none, or so many and no others', () => {
    expect(text({ what: 'absence', thing: 'boat', state: 'present', place: 'lake', time: 'from', day1: '2024-05-01', day2: '2024-05-31', amount: '3' }))
      .toContain('\n  no boat present in lake from 2024-05-01 to 2024-05-31\n');
    expect(text({ what: 'total', thing: 'vehicle', 'with:operator': 'usa', state: 'deployed', amount: '1550', place: 'world', time: 'on', day1: '2023-09-01' }))
      .toContain('\n  total 1,550 vehicle with operator usa deployed in world on 2023-09-01\n');
  });

  it('says that something happened, or did not arrive', () => {
    expect(text({ what: 'event', event: 'notify', eventBy: 'russia', eventTo: 'usa', thing: 'sarmat', time: 'by', day1: '2022-04-20', for: 'sarmat-launch' }))
      .toContain('\n  notify by russia to usa of sarmat on by 2022-04-20 for sarmat-launch\n');
    expect(text({ what: 'missing', event: 'admit', eventBy: 'north', eventTo: 'south', time: 'on', day1: '2024-05-31' }))
      .toContain('\n  admit by north to south not received on 2024-05-31\n');
  });

  it('says what a party declared, in its own words unless another is named', () => {
    expect(text({ what: 'position', holder: 'russia', verb: 'withdraws-from', clause: 'agreement', day1: '2025-08-04', by: '' }))
      .toBe('position russia withdraws from agreement on 2025-08-04\n  by russia said 2025-08-04 grade official\n  source "supposed in the workbench".');
    expect(text({ what: 'position', holder: 'nato', verb: 'accepts', clause: '2', place: 'europe', day1: '2025-01-01', by: 'usa', said: '2025-01-03' }))
      .toContain('position nato accepts clause 2 in europe on 2025-01-01\n  by usa said 2025-01-03 grade');
    expect(text({ what: 'position', holder: 'usa', verb: 'takes-back', clause: '2', day1: '2025-01-01' })).toContain('position usa withdraws clause 2 on');
    expect(text({ what: 'position', holder: 'usa', verb: 'reads', reading: 'appear', dispute: 'wording', day1: '2025-01-01' })).toContain('position usa accepts reading appear of wording on');
    expect(text({ what: 'contest', holder: 'north', verb: 'denies', report: 'heron-seen', part: 'armed', day1: '2024-02-14', by: '' }))
      .toContain('position north denies report heron-seen its armed on 2024-02-14\n  by north');
  });

  it('says what came to an end, or did not occur', () => {
    expect(text({ what: 'end', report: 'open-end', time: 'on', day1: '2024-06-01' })).toContain('\n  end of open-end on 2024-06-01\n');
    expect(text({ what: 'retraction', report: 'heron-seen', day1: '2024-06-01' })).toContain('\n  corrects heron-seen did not occur\n');
  });

  it('names what is still to be chosen, each once', () => {
    const built = build({ what: 'state', thing: 'boat' }, 'supposed-1');
    expect(built.missing).toEqual(['state', 'place', 'day1', 'by', 'grade', 'source']);
    expect(built.text).toContain('boat … in … on …');
  });

  it('knows which field stands at a place of the text', () => {
    const built = build({ ...told, what: 'state', thing: 'boat', state: 'present', place: 'lake', time: 'on', day1: '2024-03-05' }, 'supposed-1');
    expect(fieldAt(built, built.text.indexOf('lake') + 2)).toBe('place');
    expect(fieldAt(built, built.text.indexOf('2024-03-05'))).toBe('day1');
    expect(fieldAt(built, 0)).toBeUndefined();
  });

  it('keeps what people put in inside of its quotes', () => {
    expect(quoted('a "b" \\ c\n d')).toBe('"a \\"b\\" \\\\ c d"');
    expect(text({ what: 'state', source: '". report x boat present' })).toContain('source "\\". report x boat present".');
  });

  it('has only the times that its form can have', () => {
    expect(timesOf('state', true)).toContain('onward');
    expect(timesOf('state', false)).not.toContain('onward');
    expect(timesOf('absence', true)).toEqual(['on', 'from']);
  });
});

describe('the name of a supposed report', () => {
  it('is one that is not taken', () => {
    expect(freeName(name => name === 'supposed-1', ['report supposed-2\n boat'])).toBe('supposed-3');
    expect(freeName(() => false, ['report supposed-10 boat'])).toBe('supposed-1');
  });
});
