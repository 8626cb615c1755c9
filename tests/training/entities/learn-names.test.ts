import { describe, expect, it } from 'vitest';
import { learnNames } from '../../../src/training/entities/learn-names.ts';
import { readConll } from '../../../src/training/entities/read-conll.ts';
import { TrainingDataError } from '../../../src/training/entities/training-data-error.ts';
import { labelHarbour } from './labelled-harbour.ts';

describe('learnNames', () => {
  it('learns what the shipped model does not know, and tells so by sentences it held out', { timeout: 120_000 }, () => {
    const texts = readConll(labelHarbour(60), 'harbour.conll');
    const seen: string[] = [];
    const { packed, heldOut } = learnNames(texts, (done, total, name) => seen.push(`${name} ${done <= total}`));
    expect(heldOut.sentences).toBe(12);
    expect(heldOut.trained).toEqual({ tp: 24, fp: 0, fn: 0 });
    expect(heldOut.shipped.tp).toBeLessThan(24);
    expect(new Set(seen)).toEqual(new Set(['without the sentences held out true', 'all sentences true']));
    expect(learnNames(texts, () => {}).packed).toEqual(packed);
  });

  it.each([
    ['sentences', labelHarbour(49)],
    ['names', 'Nobody O\ncame O\n\n'.repeat(60)],
  ])('refuses too few %s', (_, content) => {
    expect(() => learnNames(readConll(content, 'x'), () => {})).toThrow(TrainingDataError);
    expect(() => learnNames(readConll(content, 'x'), () => {})).toThrow('50 sentences and 20 names are needed');
  });
});
