import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureRepetition } from '../../../../src/moderation/score/signals/measure-repetition.ts';
import { cpuSeconds } from '../../../cpu-seconds.ts';

/** Few different words, so that sequences repeat; the length of a word is made from its number. */
const words = fc.array(fc.nat(3), { maxLength: 60 });
const lengthOf = (word: number): number => word * word + 1;

function measure(text: readonly number[]) {
  // Spread over all 32 bits: equal words, equal hashes.
  const hashes = Uint32Array.from(text, (word) => Math.imul(word + 1, 0x9e3779b1));
  return measureRepetition(hashes, Int32Array.from(text, lengthOf));
}

const sequenceAt = (text: readonly number[], at: number, size: number): string => text.slice(at, at + size).join(' ');
const sumOf = (text: readonly number[], covered: ReadonlySet<number>): number =>
  [...covered].reduce((sum, at) => sum + lengthOf(text[at] ?? 0), 0);

/** The definition word for word, slow and with strings. */
function copiedByDefinition(text: readonly number[], size: number): number {
  const seen = new Set<string>();
  const covered = new Set<number>();
  for (let at = 0; at + size <= text.length; at++) {
    const sequence = sequenceAt(text, at, size);
    if (seen.has(sequence)) for (let word = at; word < at + size; word++) covered.add(word);
    seen.add(sequence);
  }
  return sumOf(text, covered);
}

function topByDefinition(text: readonly number[], size: number): number {
  const places = new Map<string, number[]>();
  for (let at = 0; at + size <= text.length; at++) {
    const sequence = sequenceAt(text, at, size);
    places.set(sequence, [...(places.get(sequence) ?? []), at]);
  }
  const most = Math.max(0, ...[...places.values()].map(({ length }) => length));
  if (most < 2) return 0;
  const sums = [...places.values()]
    .filter(({ length }) => length === most)
    .map((starts) => sumOf(text, new Set(starts.flatMap((at) => Array.from({ length: size }, (_, word) => at + word)))));
  return Math.max(...sums);
}

describe('measureRepetition', () => {
  it('gives what the definition gives, for any text', () => {
    fc.assert(
      fc.property(words, (text) => {
        const { top, copied } = measure(text);
        for (const size of [2, 3, 4]) expect(top.get(size) ?? 0).toBe(topByDefinition(text, size));
        for (const size of [5, 6, 7, 8, 9, 10]) expect(copied.get(size)).toBe(copiedByDefinition(text, size));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['one word', () => 1],
    ['two words in turn', (at: number) => at % 2],
    ['all different', (at: number) => at],
    ['a paragraph again and again', (at: number) => at % 97],
  ])('takes little time for a million words: %s', (_, wordAt) => {
    const hashes = Uint32Array.from({ length: 1_000_000 }, (__, at) => wordAt(at));
    const lengths = new Int32Array(hashes.length).fill(5);
    expect(cpuSeconds(() => measureRepetition(hashes, lengths))).toBeLessThan(3);
  });
});
