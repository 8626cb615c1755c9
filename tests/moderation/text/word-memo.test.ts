import { describe, expect, it } from 'vitest';
import { createWordMemo } from '../../../src/moderation/text/word-memo.ts';

function countReads() {
  const reads: string[] = [];
  const recall = createWordMemo((word) => {
    reads.push(word);
    return word.toUpperCase();
  });
  return { reads, recall };
}

describe('createWordMemo', () => {
  it('reckons a word once', () => {
    const { reads, recall } = countReads();
    expect([recall('tide'), recall('ebb'), recall('tide')]).toEqual(['TIDE', 'EBB', 'TIDE']);
    expect(reads).toEqual(['tide', 'ebb']);
  });

  it('keeps no word of 13 units and more: it may be a view of its whole article', () => {
    const { reads, recall } = countReads();
    for (const word of ['twelve-units', 'thirteen-unit', 'twelve-units', 'thirteen-unit']) recall(word);
    expect(reads).toEqual(['twelve-units', 'thirteen-unit', 'thirteen-unit']);
  });

  it('forgets all words when there are too many', () => {
    const { reads, recall } = countReads();
    for (let word = 0; word < 50_000; word++) recall(String(word));
    expect(recall('0')).toBe('0');
    expect(reads.filter((word) => word === '0')).toHaveLength(2);
  });
});
