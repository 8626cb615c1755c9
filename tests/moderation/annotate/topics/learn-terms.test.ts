import { describe, expect, it } from 'vitest';
import { learnTerms } from '../../../../src/moderation/annotate/topics/learn-terms.ts';

const SEA =
  'Ilse O’Brien´s boat joined the U.S. fleet, and we`ll see her nets full. The skipper wrote it in C# for her AI radar; they`re proud, they`ve mackerel.';
const LAND = 'Oskar Venn grows apples on a quiet hill above the town, where his orchard has stood for many years.';

function learn() {
  const articles = Array.from({ length: 60 }, (_, at) => ({ text: at % 2 ? SEA : LAND, codes: [at % 2 ? 'sea' : 'land'] }));
  return learnTerms(articles, new Map(), { termWeight: 0.8, strongWeight: 1.6 }).map(({ code, terms }) => ({
    code,
    terms: terms.map(({ term }) => term),
  }));
}

describe('learnTerms', () => {
  it('takes no single letters and no endings of other words, alone or in a pair', () => {
    const words = learn().flatMap(({ terms }) => terms.flatMap((term) => term.split(' ')));
    expect(words.filter((word) => word.length < 2 || ['ll', 're', 've'].includes(word))).toEqual([]);
  });

  it('takes words and pairs of words by topic, short ones too', () => {
    const [land, sea] = learn();
    expect(land?.terms).toEqual(expect.arrayContaining(['orchard', 'quiet hill']));
    expect(sea?.terms).toEqual(expect.arrayContaining(['fleet', 'mackerel', 'ai', 'ai radar']));
  });
});
