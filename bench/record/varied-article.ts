import type { Article } from '../../src/index.ts';
import { mixedArticle } from '../telemetry/mixed-article.ts';
import { articleText, proseText } from '../texts/article-text.ts';

const SLOW_SIZE = 900_000;
/** What is hidden from readers always asks for a person. */
const HIDDEN = '<p style="display:none">Buy pills at https://pills.example now and win.</p>';

/** An article that takes longer than it may. */
export function slowArticle(number: number): Article {
  return { id: `slow-${number}`, source: 'archive', text: articleText(SLOW_SIZE + number) };
}

/** An invented article, always the same for a number: clean, with faults, with something hidden, or one that came before. */
export function variedArticle(number: number): Article {
  const id = `varied-${number}`;
  const kind = number % 8;
  if (kind < 3) return { id, source: 'harbour-office', text: proseText(1500 + number) };
  if (kind === 3)
    return { id, source: 'daily-tide', format: 'html', text: `<article><p>${proseText(900 + number)}</p>${HIDDEN}</article>` };
  if (kind === 4 && number > 40) return { ...variedArticle(number - 33), id, source: 'copied-news' };
  return { ...mixedArticle(number), id, source: 'wire' };
}
