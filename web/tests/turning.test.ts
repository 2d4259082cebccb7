import { expect, test } from 'vitest';
import { readJson, visible } from '../src/parts/turning';

test('marks that turn the direction of writing are told by their number', () => {
  expect(visible('North\u202eland \u2066x\u2069')).toBe('North<U+202E>land <U+2066>x<U+2069>');
  expect(visible('Übergabe – “ja”')).toBe('Übergabe – “ja”');
});

test('in an answer they are visible, however they are written there, but not in files and sentences', () => {
  for (const mark of ['\u202e', '\\u202e', '\\u202E']) {
    expect(readJson(`{"title":"a${mark}b","files":[{"path":"a.proviso","text":"a${mark}b"}],"reading":{"kind":"item","text":"a${mark}b"},"sentence":"a${mark}b","count":3}`)).toEqual({
      title: 'a<U+202E>b', files: [{ path: 'a.proviso', text: 'a\u202eb' }], reading: { kind: 'item', text: 'a<U+202E>b' }, sentence: 'a\u202eb', count: 3,
    });
  }
});
