import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPieceMemo } from '../../../src/moderation/text/piece-memo.ts';

function countReads() {
  const reads: string[] = [];
  const recall = createPieceMemo((piece) => {
    reads.push(piece);
    return piece.toUpperCase();
  });
  return { reads, recall };
}

describe('createPieceMemo', () => {
  it('reckons a piece once, wherever it stands', () => {
    const { reads, recall } = countReads();
    const text = 'tide and tide';
    expect([recall(text, 0, 4), recall(text, 5, 8), recall(text, 9, 13), recall('tide', 0, 4)]).toEqual([
      'TIDE',
      'AND',
      'TIDE',
      'TIDE',
    ]);
    expect(reads).toEqual(['tide', 'and']);
  });

  it('keeps no piece of 33 units and more', () => {
    const { reads, recall } = countReads();
    const [kept, long] = ['a'.repeat(32), 'b'.repeat(33)];
    for (const piece of [kept, long, kept, long]) recall(piece, 0, piece.length);
    expect(reads).toEqual([kept, long, long]);
  });

  it('knows an empty piece, half a character, and what `read` has nothing for', () => {
    const read: string[] = [];
    const recall = createPieceMemo((piece) => {
      read.push(piece);
      return undefined;
    });
    for (const [start, end] of [
      [1, 1],
      [0, 1],
      [0, 1],
    ] as const)
      expect(recall('\ud83d', start, end)).toBeUndefined();
    expect(read).toEqual(['', '\ud83d']);
  });

  it('gives what `read` gives, however many pieces there are and however they meet', () => {
    const recall = createPieceMemo((piece) => `<${piece}>`);
    for (let round = 0; round < 2; round++)
      for (let word = 0; word < 60_000; word++) expect(recall(`${word}`, 0, `${word}`.length)).toBe(`<${word}>`);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(40), fc.nat(40), (text, one, other) => {
        const [start, end] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
        expect(recall(text, start, end)).toBe(`<${text.slice(start, end)}>`);
      }),
    );
  });
});
