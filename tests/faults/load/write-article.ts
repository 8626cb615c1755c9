import { paragraph } from '../../../bench/texts/article-text.ts';
import { randomSource } from '../../../bench/texts/random-source.ts';
import type { Article } from '../../../src/index.ts';

const ADVERT = '★ LuckyHarbour Casino: 200 free spins, claim your bonus now ★';

/** An invented article, always the same for a number: mostly a paragraph or two, one in twenty long, one in ten with an advert. */
export function writeArticle(number: number): Article {
  const random = randomSource(number + 1);
  const paragraphs = Array.from({ length: number % 20 === 7 ? 40 : 1 + random.below(2) }, () => paragraph(random));
  const advert = number % 10 === 3 ? [ADVERT] : [];
  const text = [`Notice ${number} of the harbour office`, ...paragraphs, ...advert, paragraph(random)].join('\n\n');
  return { id: `notice-${number}`, source: 'harbour-office', text };
}
