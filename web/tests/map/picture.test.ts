import { describe, expect, it } from 'vitest';
import type { MapDocument, ReportEntry, RowEntry } from '../../src/documents';
import type { Lane } from '../../src/map/lanes';
import { byPlace, contestedBy, datedOf, onDay, toRead } from '../../src/map/marks';
import { pictureOf, viewGroups, worthSaying } from '../../src/map/picture';
import { numberOf } from '../../src/map/scale';
import { named } from '../../src/look';

const map: MapDocument = {
  schema: 'proviso/map/1', agreement: { name: 'a', title: 'A' }, view: 'common', asOf: '2024-01-01', from: '2020-01-01', through: '2024-12-31', open: [],
  regions: ['poland', 'ukraine', 'japan'].map(name => ({ name, title: name, path: 'M0 0l9 0 0 9z', box: [0, 0, 9, 9], inside: [5, 3] })),
  sites: [{ name: 'base', title: 'Base', x: 1, y: 1, latitude: 0, longitude: 0 }],
  places: [
    { name: 'europe', title: 'Europe', kind: 'theatre', regions: ['poland', 'ukraine'], sites: ['base'] },
    { name: 'ukraine', title: 'Ukraine', kind: 'region', regions: ['ukraine'], sites: [] },
    { name: 'neighbours', title: 'Neighbours', kind: 'theatre', regions: ['ukraine', 'japan'], sites: [] },
  ],
};

function lane(instance: string, place: string, label: string, key: string): Lane {
  const row: RowEntry = { clause: { id: '1', title: '' }, party: 'north', instance, place };
  return { row, view: 'common', stretches: [{ from: 0, before: 100, told: { label, standing: '', conduct: '' }, look: named(key) }] };
}

describe('what a map shows', () => {
  it('is the answer about the narrowest place', () => {
    const picture = pictureOf([lane('europe', 'europe', 'ended', 'ended'), lane('europe', 'ukraine', 'cannot tell', 'open')], map, 50);
    expect([...picture.regions].map(([name, own]) => [name, own.look.key])).toEqual([['poland', 'ended'], ['ukraine', 'open']]);
  });

  it('is several answers where land lies in two places that differ, and one where they do not', () => {
    const differ = pictureOf([lane('europe', 'europe', 'ended', 'ended'), lane('neighbours', 'neighbours', 'kept', 'kept')], map, 50);
    expect(differ.regions.get('ukraine')!.look.key).toBe('several');
    const agree = pictureOf([lane('europe', 'europe', 'kept', 'kept'), lane('neighbours', 'neighbours', 'kept', 'kept')], map, 50);
    expect(agree.regions.get('ukraine')!.look.key).toBe('kept');
  });

  it('is a site where a clause is about a site, and nothing on a day of which nothing is told', () => {
    expect(pictureOf([lane('base', 'base', 'offered', 'offered')], map, 50).sites.get('base')!.look.key).toBe('offered');
    expect(pictureOf([lane('base', 'base', 'offered', 'offered')], map, 100).said).toEqual([]);
  });

  it('says a place within a place only where it is told otherwise', () => {
    const picture = pictureOf([lane('europe', 'europe', 'ended', 'ended'), lane('europe', 'poland', 'ended', 'ended'), lane('europe', 'ukraine', 'cannot tell', 'open')], map, 50);
    expect(worthSaying([picture]).map(line => line.places)).toEqual([['europe'], ['ukraine']]);
  });
});

describe('views', () => {
  it('that are told the same of every place on every day share a map', () => {
    const inView = (view: string, ...labels: [string, string][]): Lane[] => labels.map(([place, label]) => ({ ...lane(place, place, label, 'kept'), view }));
    const lanes = [...inView('a', ['europe', 'kept'], ['asia', 'kept']), ...inView('b', ['europe', 'kept'], ['asia', 'ended']), ...inView('c', ['europe', 'kept'], ['asia', 'kept'])];
    expect(viewGroups(lanes, { clause: '1', whom: 'north' })).toEqual([['a', 'c'], ['b']]);
    expect(viewGroups(lanes, { clause: '2', whom: 'north' })).toEqual([]);
  });
});

describe('reports on a map', () => {
  const report = (name: string, said: string, from?: string, through?: string, place?: string): ReportEntry =>
    ({ name, kind: 'state', says: '', by: '', grade: '', said, contestedBy: [], ...(from === undefined ? {} : { from }), ...(through === undefined ? {} : { through }), ...(place === undefined ? {} : { place }) });
  const dated = datedOf({ schema: 'proviso/reports/1', agreement: { name: 'a', title: 'A' }, knownOn: '2025-01-01', positions: [], reports: [
    report('visit', '2023-09-30', '2023-09-18', '2023-09-25', 'base'), report('stays', '2024-01-10', '2024-01-01', undefined, 'base'), report('elsewhere', '2024-01-10', '2024-01-01'),
  ] });

  it('are those that were public by the day of knowledge, and have a place', () => {
    expect(byPlace(dated, numberOf('2024-01-09')).get('base')!.map(each => each.report.name)).toEqual(['visit']);
    expect([...byPlace(dated, numberOf('2024-01-10')).keys()]).toEqual(['base']);
  });

  it('are of a day from its first through its last; without a last they go on', () => {
    const own = byPlace(dated, numberOf('2025-01-01')).get('base')!;
    expect(onDay(own, numberOf('2023-09-25'))).toEqual({ past: 1, ofDay: 1 });
    expect(onDay(own, numberOf('2023-09-26'))).toEqual({ past: 1, ofDay: 0 });
    expect(onDay(own, numberOf('2024-06-01'))).toEqual({ past: 2, ofDay: 1 });
  });

  it('are contested by those who had said so by the day of knowledge', () => {
    const denial = (holder: string, verb: string, said: string) => ({ holder, verb, says: '', by: holder, grade: '', said, on: said, report: 'visit' });
    const [visit, stays] = datedOf({
      schema: 'proviso/reports/1', agreement: { name: 'a', title: 'A' }, knownOn: '2025-01-01',
      positions: [denial('north', 'denies', '2024-05-01'), denial('north', 'doubts', '2024-05-02'), denial('south', 'doubts', '2024-06-01'), denial('west', 'withdraws', '2024-01-01')],
      reports: [report('visit', '2023-09-30'), report('stays', '2024-01-10')],
    });
    expect(contestedBy(visit!, numberOf('2024-04-30'))).toEqual([]);
    expect(contestedBy(visit!, numberOf('2024-05-31'))).toEqual(['north']);
    expect(contestedBy(visit!, numberOf('2024-06-01'))).toEqual(['north', 'south']);
    expect(contestedBy(stays!, numberOf('2025-01-01'))).toEqual([]);
  });

  it('are read with those of the day first', () => {
    expect(toRead(byPlace(dated, numberOf('2025-01-01')).get('base')!, numberOf('2023-09-20')).map(group => group.title)).toEqual(['Of this day', 'Of days after']);
  });
});
