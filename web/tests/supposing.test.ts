import { describe, expect, it } from 'vitest';
import type { AgreementDocument, DiagnosticEntry } from '../src/documents';
import { attributesOf, changed, fixed, possible, startFields, tooLong, inForm, isTouched } from '../src/reports/supposing';

const agreement: AgreementDocument = {
  schema: 'proviso/agreement/1', name: 'lake', title: 'Lake', version: '1', sound: true, diagnostics: [],
  files: ['agreement.proviso'],
  vocabulary: {
    kinds: [{ name: 'boat', title: 'boat', attributes: [{ name: 'operator', type: 'party' }, { name: 'armed', type: 'yes or no' }] }, { name: 'hut', title: 'hut', attributes: [{ name: 'operator', type: 'party' }] }],
    models: [{ name: 'heron', title: 'Heron', kind: 'boat' }],
    states: [{ name: 'present', title: 'is present', persists: false }, { name: 'on-duty', title: 'is on duty', persists: true }],
    events: [],
  },
};

describe('the form', () => {
  it('has the attributes of the kind, whatever the model', () => {
    expect(attributesOf(agreement, 'heron').map(one => one.name)).toEqual(['operator', 'armed']);
    expect(attributesOf(agreement, 'unknown')).toEqual([]);
  });

  it('offers only the sentences for which the agreement has the words', () => {
    expect(possible(agreement, false)).toEqual(['state', 'absence', 'total']);
    expect(possible({ ...agreement, vocabulary: { kinds: [], models: [], states: [], events: [{ name: 'ask', title: 'ask' }] } }, true)).toEqual(['event', 'missing', 'contest', 'retraction']);
  });

  it('takes out what another choice does not have', () => {
    const boat = { ...startFields, thing: 'heron', 'with:operator': 'north', 'with:armed': 'yes', state: 'on-duty', time: 'onward' };
    expect(changed(boat, { thing: 'hut' }, agreement)).toMatchObject({ 'with:operator': 'north', thing: 'hut' });
    expect(changed(boat, { thing: 'hut' }, agreement)['with:armed']).toBeUndefined();
    expect(changed(boat, { state: 'present' }, agreement)['time']).toBe('on');
    expect(changed(boat, { what: 'absence' }, agreement)['time']).toBe('on');
  });

  it('takes a declaration for the party’s own statement', () => {
    expect(changed(startFields, { what: 'position' }, agreement)).toMatchObject({ grade: 'own statement', verb: '' });
    expect(changed(startFields, { what: 'contest', verb: 'doubts' }, agreement)).toMatchObject({ grade: 'own statement', verb: 'doubts' });
    expect(changed(changed(startFields, { what: 'position' }, agreement), { what: 'event' }, agreement)['grade']).toBe('official');
  });
});

describe('what was written by hand, back in the form', () => {
  const work = { agreement: 'lake', sentences: ['report supposed-1 …'], fields: { ...startFields, thing: 'heron' } };
  const made = 'report supposed-1 …\n\nreport supposed-2 …';

  it('stands there once, as what is finished', () => {
    const { text, fields, sentences } = inForm({ ...work, text: `${made} by hand` }, made);
    expect(text).toBeUndefined();
    expect(sentences).toEqual([`${made} by hand`]);
    expect(isTouched({ ...work, fields })).toBe(false);
  });

  it('is the form as it was where nothing was changed', () => {
    expect(inForm({ ...work, text: made }, `${made}\n`)).toEqual(work);
  });

  it('is kept when something else is begun, and nothing where all was taken out', () => {
    expect(inForm({ ...work, text: 'by hand' }).sentences).toEqual(['by hand']);
    expect(inForm({ ...work, text: ' ' }).sentences).toEqual([]);
    expect(inForm(work)).toEqual(work);
  });
});

describe('a fix', () => {
  const text = 'report r boaat present in laake on 2024-01-01';
  const place = (offset: number, length: number, file = 'supposed.proviso') => ({ file, line: 1, column: offset + 1, offset, length });
  const fix = (...edits: DiagnosticEntry['fixes'][number]['edits']) => ({ title: 'write it right', edits });

  it('is put into the text, all of its edits', () => {
    expect(fixed(text, fix({ place: place(9, 5), newText: 'boat' }, { place: place(26, 5), newText: 'lake' }), agreement)).toBe('report r boat present in lake on 2024-01-01');
  });

  it('of a file of the agreement cannot be taken here', () => {
    expect(fixed(text, fix({ place: place(0, 1, 'agreement.proviso'), newText: '' }), agreement)).toBeUndefined();
  });
});

describe('what is too long for an address', () => {
  it('is refused with the reason', () => {
    expect(tooLong('a'.repeat(6000))).toBeUndefined();
    expect(tooLong('a'.repeat(6001))).toMatch(/6,001 characters/);
    expect(tooLong('я'.repeat(1600))).toMatch(/9,608 characters in the address/);
  });
});
