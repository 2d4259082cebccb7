import { describe, expect, it } from 'vitest';
import { format, parse, untried } from '../src/address';
import { pathOf, reportsPath } from '../src/server';

const questionOf = (query: string) => {
  const here = parse('/lake/verdicts', query);
  return 'question' in here ? here.question : undefined;
};

describe('an address', () => {
  it.each([
    '/lake/verdicts?on=2024-05-10&knownOn=2024-05-31&knownTo=south&view=common&view=south&reading=gun%3Apump',
    '/lake/map?knownTo=south&clause=1',
    '/draft?agreement=lake',
    '/',
  ])('comes back as it was: %s', text => {
    const [path, query] = text.split('?');
    expect(format(parse(path!, query ?? ''))).toBe(text);
  });

  it('asks for each view once', () => {
    expect(questionOf('view=usa&view=usa&view=russia')?.view).toEqual(['usa', 'russia']);
  });

  it('keeps to whom it is known in each answer, whatever is tried', () => {
    const question = questionOf('knownTo=south&reading=gun%3Apump')!;
    expect(pathOf(question, 'status')).toBe('/api/agreements/lake/status?knownTo=south&reading=gun%3Apump');
    expect(pathOf(untried(question), 'status')).toBe('/api/agreements/lake/status?knownTo=south');
  });

  it('asks what is on file as it was known then and to whom, the same in every view and of every day', () => {
    expect(reportsPath(questionOf('on=2024-05-10&knownOn=2024-05-31&knownTo=south&view=common&reading=gun%3Apump')!)).toBe('/api/agreements/lake/reports?knownOn=2024-05-31&knownTo=south');
  });
});
