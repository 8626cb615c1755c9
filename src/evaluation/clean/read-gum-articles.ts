import { z } from 'zod';
import { readRecords } from '../data/read-records.ts';
import { GUM_FILE } from '../gum/gum-file.ts';
import { isAttached } from '../gum/is-attached.ts';
import { markQuotes } from '../gum/mark-quotes.ts';
import { buildCleanArticle } from './build-clean-article.ts';
import type { CleanArticle } from './clean-article.ts';
import { toParagraphs } from './to-paragraphs.ts';

const documentSchema = z.object({ doc: z.string(), tokens: z.array(z.string()) });

const END_MARK = /^[.?!]$/u;

/** Tokens as running text: punctuation and hyphens touch their neighbours. */
function joinTokens(tokens: readonly string[]): string {
  return tokens.reduce((text, token, at) => {
    const before = tokens[at - 1];
    return `${text}${before === undefined || isAttached(before, token) ? '' : ' '}${token}`;
  }, '');
}

function splitSentences(tokens: readonly string[]): readonly string[] {
  const ends = tokens.flatMap((token, at) => (END_MARK.test(token) ? [at + 1] : []));
  const bounds = [0, ...ends.filter((end) => end < tokens.length), tokens.length];
  return bounds.slice(1).map((end, at) => joinTokens(tokens.slice(bounds[at], end)));
}

/** The documents of GUM as running text. Throws `DataError`. */
export function readGumArticles(folder: string): readonly CleanArticle[] {
  return readRecords(folder, GUM_FILE, documentSchema).map(({ line, record }) =>
    buildCleanArticle(GUM_FILE, line, toParagraphs(splitSentences(markQuotes(record.tokens)))),
  );
}
