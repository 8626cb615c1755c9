import { describe, expect, it } from 'vitest';
import { stemWord } from '../../../../src/moderation/annotate/topics/stem-word.ts';

describe('stemWord', () => {
  it.each([
    ['race', 'races', 'racing', 'raced'],
    ['trade', 'trades', 'trading', 'traded'],
    ['plan', 'plans', 'planning', 'planned'],
    ['policy', 'policies'],
    ['study', 'studies', 'studied'],
    ['crash', 'crashes', 'crashed', 'crashing'],
    ['invade', 'invades', 'invaded', 'invading'],
    ['house', 'houses', 'housing', 'housed'],
    ['defence', 'defense'],
    ['labour', 'labor'],
    ['theatre', 'theaters'],
    ['crisis', 'crises'],
    ['child', 'children'],
  ])('is one for the forms of %s', (...forms) => {
    expect(new Set(forms.map(stemWord)).size).toBe(1);
  });

  it.each([
    ['plan', 'plane'],
    ['win', 'wine'],
    ['in', 'inning'],
    ['new', 'news'],
    ['los', 'lose'],
    ['car', 'care'],
    ['gas', 'ga'],
    ['king', 'k'],
    ['politics', 'politic'],
    ['future', 'fut'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(stemWord(a)).not.toBe(stemWord(b));
  });
});
