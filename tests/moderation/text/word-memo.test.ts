import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

/** Bytes that are still used when nothing is left to collect. */
function collectGarbage(): number {
  setFlagsFromString('--expose-gc');
  // Foreign data: the engine's own function.
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}

describe('createWordMemo', () => {
  it('reckons a word once', () => {
    const { reads, recall } = countReads();
    expect([recall('tide'), recall('ebb'), recall('tide')]).toEqual(['TIDE', 'EBB', 'TIDE']);
    expect(reads).toEqual(['tide', 'ebb']);
  });

  it('keeps no word of 33 units and more', () => {
    const { reads, recall } = countReads();
    const [kept, long] = ['a'.repeat(32), 'b'.repeat(33)];
    for (const word of [kept, long, kept, long]) recall(word);
    expect(reads).toEqual([kept, long, long]);
  });

  it('keeps the word, also half a character, and not the article that it stands in', () => {
    const recall = createWordMemo((word) => word.slice(1));
    const before = collectGarbage();
    for (let article = 0; article < 60; article++) {
      const text = `${article} a-word-of-${article}-units\ud83d ${'x'.repeat(1_000_000)}`.replace('x', 'y');
      const [, word = ''] = text.slice(0, 100).split(' ');
      expect(recall(text.slice(text.indexOf(word), text.indexOf(word) + word.length))).toBe(word.slice(1));
    }
    expect(collectGarbage() - before).toBeLessThan(20_000_000);
  });

  it('forgets all words when there are too many', () => {
    const { reads, recall } = countReads();
    for (let word = 0; word < 50_000; word++) recall(String(word));
    expect(recall('0')).toBe('0');
    expect(reads.filter((word) => word === '0')).toHaveLength(2);
  });
});
