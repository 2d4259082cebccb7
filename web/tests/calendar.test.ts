import { describe, expect, it } from 'vitest';
import { day, daysAfter, daysBetween, faultOf, isDay, shortDay } from '../src/parts/calendar';

describe('days', () => {
  it('are written in words', () => {
    expect(day('2023-09-19')).toBe('19 September 2023');
    expect(shortDay('2023-09-01')).toBe('1 Sep 2023');
    expect(day('beginning')).toBe('beginning');
  });

  it('must be in the calendar', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2023-02-29')).toBe(false);
    expect(isDay('2023-13-01')).toBe(false);
    expect(isDay('')).toBe(false);
  });

  it('are counted across months and leap days', () => {
    expect(daysAfter('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2023-12-31', '2024-03-01')).toBe(61);
  });

  it('out of range are told by the nearest that can be asked', () => {
    expect(faultOf('0002-01-01', '2019-08-05', '2026-11-24')).toBe('The first day that can be asked about is 5 August 2019.');
    expect(faultOf('2026-11-24', '2019-08-05', '2026-11-24')).toBeUndefined();
  });
});
