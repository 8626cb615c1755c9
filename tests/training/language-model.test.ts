import { describe, expect, it } from 'vitest';
import { packLanguages } from '../../training/language-model/pack-languages.ts';
import { readNgrams } from '../../training/language-model/read-ngrams.ts';

const SIGNS = Array.from({ length: 256 }, () => ' ');
SIGNS[0xc3] = 'E';
SIGNS[0xa4] = '4';

const read = (ngrams: Record<string, Record<string, number>>) =>
  readNgrams({ ngramsData: { languages: { 0: 'de', 1: 'en' }, ngrams }, dictionary: SIGNS });

describe('readNgrams', () => {
  it('reads bytes, edges of words and scores', () => {
    expect(read({ ' aE4b': { 0: 7 }, 'the ': { 0: 1, 1: 9 } })).toEqual({
      languages: ['de', 'en'],
      ngrams: [
        { bytes: [0x61, 0xc3, 0xa4, 0x62], opensWord: true, closesWord: false, scores: [[0, 7]] },
        {
          bytes: [0x74, 0x68, 0x65],
          opensWord: false,
          closesWord: true,
          scores: [
            [0, 1],
            [1, 9],
          ],
        },
      ],
    });
  });

  it('refuses a sign that stands for no byte', () => {
    expect(() => read({ 'a?': { 0: 1 } })).toThrow('unknown sign');
  });
});

describe('packLanguages', () => {
  it('writes distances of keys, languages and scores, by the edges of words', () => {
    const { ngrams } = read({ ' a ': { 1: 5 }, ' b ': { 0: 3, 1: 4 } });
    const groups = packLanguages(ngrams).map((group) => [...Buffer.from(group, 'base64')]);
    // 0x61000000 in steps of seven bits, English and last, 5; then 0x01000000 further on, German 3, English and last, 4.
    expect(groups).toEqual([[], [], [], [0x80, 0x80, 0x80, 0x88, 0x06, 0x81, 5, 0x80, 0x80, 0x80, 0x08, 0, 3, 0x81, 4]]);
  });
});
