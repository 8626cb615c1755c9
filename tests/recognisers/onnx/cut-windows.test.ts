import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWindows } from '../../../src/recognisers/onnx/cut-windows.ts';

describe('cutWindows', () => {
  it.each([
    ['nothing', [], 4, 1, []],
    ['what fits', [1, 2, 1], 4, 1, [{ from: 0, to: 3, keepFrom: 0, keepTo: 3 }]],
    [
      'with a word shared',
      [1, 1, 1, 1, 1, 1, 1],
      4,
      1,
      [
        { from: 0, to: 4, keepFrom: 0, keepTo: 4 },
        { from: 3, to: 7, keepFrom: 4, keepTo: 7 },
      ],
    ],
    [
      'with two words shared, half to each',
      [1, 1, 1, 1, 1, 1],
      4,
      2,
      [
        { from: 0, to: 4, keepFrom: 0, keepTo: 3 },
        { from: 2, to: 6, keepFrom: 3, keepTo: 6 },
      ],
    ],
    [
      'words that fill a window each',
      [4, 4],
      4,
      2,
      [
        { from: 0, to: 1, keepFrom: 0, keepTo: 1 },
        { from: 1, to: 2, keepFrom: 1, keepTo: 2 },
      ],
    ],
  ])('cuts %s', (_, lengths, room, stride, windows) => {
    expect(cutWindows(lengths, room, stride)).toEqual(windows);
  });

  it('keeps each word once, in a window that holds it, and is linear', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(10), fc.array(fc.nat(20), { maxLength: 200 }), (room, half, words) => {
        const lengths = words.map((length) => Math.min(length, room));
        const windows = cutWindows(lengths, room, Math.min(half, Math.floor(room / 2)));
        const kept = windows.flatMap(({ keepFrom, keepTo }) =>
          Array.from({ length: keepTo - keepFrom }, (_, at) => keepFrom + at),
        );
        expect(kept).toEqual(lengths.map((_, at) => at));
        for (const { from, to, keepFrom, keepTo } of windows) {
          expect(keepFrom >= from && keepTo <= to).toBe(true);
          expect(lengths.slice(from, to).reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(room);
        }
        const shown = windows.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(shown).toBeLessThanOrEqual(3 * lengths.length + 1);
      }),
    );
  });
});
