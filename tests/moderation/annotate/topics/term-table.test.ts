import { describe, expect, it } from 'vitest';
import { readWords } from '../../../../src/moderation/annotate/topics/read-words.ts';
import { TermTable } from '../../../../src/moderation/annotate/topics/term-table.ts';

function find(terms: readonly string[], text: string): readonly string[] {
  const table = new TermTable();
  for (const [concept, term] of terms.entries()) table.add(term, { concept, weight: 1 });
  const words = readWords(text, 0, text.length);
  return table.find(text, words).map(({ from, to }) => text.slice(words[from]?.start, words[to - 1]?.end));
}

describe('TermTable', () => {
  it.each([
    ['forms of a word', ['strike'], 'They were striking; two strikes struck.', ['striking', 'strikes']],
    ['possessives', ['bank'], 'The bank’s and the Bank’s', ['bank', 'Bank']],
    ['the longest', ['court', 'tennis court'], 'A court and a tennis court', ['court', 'tennis court']],
    ['phrases over a hyphen', ['file sharing'], 'file-sharing and file sharing', ['file-sharing', 'file sharing']],
    ['no phrase over a comma', ['oil price'], 'Of oil, price and weight', []],
    ['no phrase over the end of a sentence', ['oil price'], 'He sold oil. Price it well.', []],
    ['abbreviations', ['U.S. troops', 'St. Louis'], 'The U.S. troops left St. Louis.', ['U.S. troops', 'St. Louis']],
    [
      'signs',
      ['S&P 500', 'AT&T', 'Procter & Gamble'],
      'S&P 500, AT&T, Procter & Gamble',
      ['S&P 500', 'AT&T', 'Procter & Gamble'],
    ],
    ['scores', ['2-1'], 'They won 2-1 at home.', ['2-1']],
    ['capitals where the term has some', ['Apple'], 'An apple from Apple', ['Apple']],
    ['any case where it has none', ['coup'], 'COUP, Coup and coup', ['COUP', 'Coup', 'coup']],
  ])('finds %s', (_, terms, text, found) => {
    expect(find(terms, text)).toEqual(found);
  });

  it('keeps the greater weight of a term that is added twice', () => {
    const table = new TermTable();
    for (const weight of [1, 3, 2]) table.add('coup', { concept: 7, weight });
    const [match] = table.find('coup', readWords('coup', 0, 4));
    expect(match?.term.claims).toEqual([{ concept: 7, weight: 3 }]);
  });

  it('gives a phrase without a claim its words', () => {
    const table = new TermTable();
    table.add('strike', { concept: 0, weight: 1 });
    table.add('strike a balance', undefined);
    const text = 'strike a balance';
    expect(table.find(text, readWords(text, 0, text.length)).map(({ term }) => term.claims)).toEqual([[]]);
  });
});
