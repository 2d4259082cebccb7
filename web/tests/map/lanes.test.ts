import { describe, expect, it } from 'vitest';
import type { RowEntry, TimelineDocument } from '../../src/documents';
import { clausesOf, indexAt, lanesOf, olderOf, stretchAt, turnsOf, whomOf } from '../../src/map/lanes';
import { isoOf, numberOf } from '../../src/map/scale';

const clause = { id: '1', title: 'Moratorium' };

type Course = [from: string, label: string][];

function lane(row: Partial<RowEntry>, view: string, course: Course): TimelineDocument['lanes'][number] {
  return {
    row: { clause, party: 'north', ...row },
    view,
    told: course.map(([from, label], at) => ({ from, through: at + 1 < course.length ? isoOf(numberOf(course[at + 1]![0]) - 1) : '2024-12-31', label, standing: label, conduct: 'kept' })),
  };
}

function timeline(...lanes: TimelineDocument['lanes']): TimelineDocument {
  return { schema: 'proviso/timeline/1', agreement: { name: 'a', title: 'A' }, knownOn: '2024-12-31', firstDay: '2020-01-01', lastDay: '2024-12-31', lanes };
}

const kept: Course = [['2020-01-01', 'in force']];
const ended: Course = [['2020-01-01', 'in force'], ['2023-09-19', 'ended']];

describe('the stretch of a day', () => {
  const [own] = lanesOf(timeline(lane({}, 'common', ended)));

  it('begins with its first day', () => {
    expect(stretchAt(own!, numberOf('2023-09-18'))!.told.label).toBe('in force');
    expect(stretchAt(own!, numberOf('2023-09-19'))!.told.label).toBe('ended');
    expect(stretchAt(own!, numberOf('2024-12-31'))!.told.label).toBe('ended');
  });

  it('is none before the first and after the last', () => {
    expect(indexAt(own!.stretches, numberOf('2019-12-31'))).toBe(-1);
    expect(indexAt(own!.stretches, numberOf('2025-01-01'))).toBe(-1);
    expect(indexAt([], 5)).toBe(-1);
  });

  it('turns where it ends, not where the lane begins', () => {
    expect(turnsOf([own!, ...lanesOf(timeline(lane({}, 'other', ended)))]).map(isoOf)).toEqual(['2023-09-19']);
  });
});

describe('what was done', () => {
  const told = (conducts: [conduct: string, standing: string][]) => lanesOf(timeline({
    row: { clause, party: 'north' },
    view: 'common',
    told: conducts.map(([conduct, standing], at) => ({ from: `202${at}-01-01`, through: `202${at}-12-31`, label: `${conduct} ${standing}`, standing, conduct })),
  }))[0]!.stretches;

  it('may be older than the whole answer', () => {
    const stretches = told([['kept', 'in force'], ['broken', 'in force'], ['broken', 'ended'], ['broken', 'cannot tell']]);
    expect(stretches.map((_, at) => olderOf(stretches, at))).toEqual([undefined, undefined, '2021-01-01', '2021-01-01']);
  });

  it('is not told where nothing is asked, or where it is only said not to be broken', () => {
    const stretches = told([['not triggered', 'not in force'], ['not triggered', 'ended'], ['kept', 'in force'], ['kept', 'cannot tell']]);
    expect(stretches.map((_, at) => olderOf(stretches, at))).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('lanes of a clause', () => {
  const blocks = (...lanes: TimelineDocument['lanes']) => clausesOf(lanesOf(timeline(...lanes)))[0]!;

  it('views that are told the same share a lane', () => {
    const { blocks: [own] } = blocks(lane({ instance: 'europe', place: 'europe' }, 'a', kept), lane({ instance: 'europe', place: 'europe' }, 'b', ended), lane({ instance: 'europe', place: 'europe' }, 'c', kept));
    expect(own!.courses.map(course => course.views)).toEqual([['a', 'c'], ['b']]);
  });

  it('places that run alike in every view share a block', () => {
    const { blocks: own } = blocks(...['europe', 'asia'].flatMap(place => [lane({ instance: place, place }, 'a', kept), lane({ instance: place, place }, 'b', ended)]), lane({ instance: 'oceania', place: 'oceania' }, 'a', ended));
    expect(own.map(block => block.places)).toEqual([['europe', 'asia'], ['oceania']]);
  });

  it('a place within a place is told only where it is told otherwise', () => {
    const { blocks: [own] } = blocks(
      lane({ instance: 'europe', place: 'europe' }, 'a', kept), lane({ instance: 'europe', place: 'poland' }, 'a', kept), lane({ instance: 'europe', place: 'ukraine' }, 'a', ended), lane({ instance: 'europe', place: 'belarus' }, 'a', ended),
    );
    expect(own!.narrower.map(course => course.places)).toEqual([['ukraine', 'belarus']]);
  });

  it('those whom it concerns share a block where all is alike, and are named where they differ', () => {
    const alike = blocks(lane({ party: 'north', addressee: 'south' }, 'a', kept), lane({ party: 'north', addressee: 'east' }, 'a', kept));
    expect(alike.blocks.map(block => block.whom)).toEqual([['north south', 'north east']]);
    const apart = blocks(lane({ party: 'north' }, 'a', kept), lane({ party: 'south' }, 'a', ended));
    expect(apart.namesWhom).toBe(true);
    expect(apart.blocks.map(block => block.whom)).toEqual([['north'], ['south']]);
    expect(blocks(lane({}, 'a', kept)).namesWhom).toBe(false);
  });

  it('names an addressee beside the party', () => {
    expect(whomOf({ clause, party: 'north' })).toBe('north');
    expect(whomOf({ clause, party: 'north', addressee: 'south' })).toBe('north south');
  });
});
