import { describe, expect, it } from 'vitest';
import type { StatusVerdict } from '../src/documents';
import { olderConduct } from '../src/parts/conduct';

const verdict: StatusVerdict = {
  view: 'v', label: 'broken, whether ended or withdrawn', standing: 'cannot tell', conduct: 'broken', since: '2025-08-05', standingSince: '2025-08-05', conductSince: '2019-08-05',
};

describe('the day of what was done', () => {
  it('is told where it is before that of the whole answer', () => {
    expect(olderConduct(verdict)).toBe('2019-08-05');
    expect(olderConduct({ ...verdict, since: '2019-08-05' })).toBeUndefined();
  });

  it('is not told where nothing is told of what was done, or only that it is not broken', () => {
    expect(olderConduct({ ...verdict, conduct: 'not triggered' })).toBeUndefined();
    expect(olderConduct({ ...verdict, conduct: 'cannot tell' })).toBeUndefined();
    expect(olderConduct({ ...verdict, conduct: 'kept' })).toBeUndefined();
    expect(olderConduct({ ...verdict, standing: 'in force', conduct: 'kept' })).toBe('2019-08-05');
  });
});
