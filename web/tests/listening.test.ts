import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changes, connection, listen, news } from '../src/server';

/** As much of a browser's listener as the page asks of it. */
class Listener {
  static readonly CLOSED = 2;
  static all: Listener[] = [];
  readyState = 0;
  private readonly heard = new Map<string, () => void>();

  constructor(readonly path: string) {
    Listener.all.push(this);
  }

  addEventListener(name: string, hear: () => void) {
    this.heard.set(name, hear);
  }

  say(name: string) {
    this.heard.get(name)?.();
  }

  refuse() {
    this.readyState = Listener.CLOSED;
    this.say('error');
  }
}

const last = () => Listener.all[Listener.all.length - 1]!;

beforeEach(() => {
  Listener.all = [];
  connection.value = 'here';
  news.value = undefined;
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Listener);
  vi.stubGlobal('fetch', () => Promise.resolve({ status: 502 }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('whoever listens', () => {
  it('begins anew when the connection is refused, after pauses that grow', () => {
    listen();
    const begun = [3, 6, 12, 24, 30, 30].map(seconds => {
      last().refuse();
      vi.advanceTimersByTime(seconds * 1000 - 1);
      const early = Listener.all.length;
      vi.advanceTimersByTime(1);
      return Listener.all.length - early;
    });
    expect(begun).toEqual([1, 1, 1, 1, 1, 1]);
    expect(connection.value).toBe('gone');
  });

  it('asks again once the server is back, and takes a short pause the next time', () => {
    listen();
    last().refuse();
    vi.advanceTimersByTime(3000);
    const before = changes.value;
    last().say('open');
    expect([connection.value, news.value, changes.value - before]).toEqual(['here', 'back', 1]);
    last().refuse();
    vi.advanceTimersByTime(3000);
    expect(Listener.all.length).toBe(3);
  });

  it('leaves to the browser what it tries again by itself', () => {
    listen();
    last().say('error');
    vi.advanceTimersByTime(60_000);
    expect(Listener.all.length).toBe(1);
  });

  it('tells of changes only when there was one', () => {
    listen();
    last().say('open');
    expect(news.value).toBeUndefined();
    last().say('changed');
    expect(news.value).toBe('changed');
  });
});
