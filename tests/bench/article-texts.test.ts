import { describe, expect, it } from 'vitest';
import { changeWords, listSeries, readTexts } from '../../bench/run/article-texts.ts';

const TEXT =
  'The Ferry left before seven. Nobody was told when another would follow.\n\nThree hundred people waited under the roof.';
const WORDS = ['harbour', 'winter', 'council', 'lantern', 'timber'];
const ROUNDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('changeWords', () => {
  it('gives another text in each round, of known words only', () => {
    const texts = ROUNDS.map((round) => changeWords(TEXT, WORDS, round));
    expect(new Set(texts).size).toBe(ROUNDS.length);
    const known = new Set([...TEXT.matchAll(/\p{L}+/gu)].map(([word]) => word.toLowerCase()).concat(WORDS));
    for (const text of texts) {
      expect([...text.matchAll(/\p{L}+/gu)].map(([word]) => word.toLowerCase()).filter((word) => !known.has(word))).toEqual([]);
      expect(text.split('\n\n')).toHaveLength(2);
    }
  });

  it('keeps capitals, and leaves a text alone where there are no other words', () => {
    expect(changeWords('Ferry', ['winter'], 0)).toBe('Winter');
    expect(changeWords('ferry', ['Winter'], 0)).toBe('winter');
    expect(changeWords(TEXT, [], 3)).toBe(TEXT);
  });
});

describe('listSeries', () => {
  it('tells the ways apart in which texts come', () => {
    const series = listSeries(readTexts(undefined));
    const textOf = (kind: string, round: number): string => series.find((one) => one.kind === kind)?.textOf(round) ?? '';
    expect(series.map(({ kind }) => kind)).toEqual(['fresh', 'unseen', 'turns', 'again']);
    expect(textOf('again', 0)).toBe(textOf('again', 1));
    expect(textOf('turns', 0)).not.toBe(textOf('turns', 1));
    const seen = new Set(ROUNDS.flatMap((round) => textOf('fresh', round).split('\n\n')).filter((one) => one.length > 200));
    const paragraphs = ROUNDS.flatMap((round) => textOf('fresh', round).split('\n\n')).filter((one) => one.length > 200);
    expect(paragraphs.length).toBeGreaterThan(50);
    expect(seen.size).toBe(paragraphs.length);
  });

  it('has long articles', () => {
    for (const text of readTexts(undefined)) expect(text.length).toBeGreaterThanOrEqual(8800);
  });
});
