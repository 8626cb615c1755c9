import { z } from 'zod';
import { readRecords } from '../data/read-records.ts';
import { buildCleanArticle } from './build-clean-article.ts';
import type { CleanArticle } from './clean-article.ts';
import { toParagraphs } from './to-paragraphs.ts';

const FILE = 'entities/gum-wikified.jsonl.gz';
const documentSchema = z.object({ doc: z.string(), tokens: z.array(z.string()) });

const END_MARK = /^[.?!]$/u;
const ATTACHED_BEFORE = /^(?:[.,;:?!%)\]}’”]|'s|’s|n't|n’t|-|–|\/)$/u;
const ATTACHED_AFTER = /^(?:[([{“‘$£€#]|-|–|\/)$/u;

/** Straight quotes: every second one closes. */
function markQuotes(tokens: readonly string[]): readonly string[] {
  let isOpen = false;
  return tokens.map((token) => {
    if (token !== '"') return token;
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  });
}

/** Tokens as running text: punctuation and hyphens touch their neighbours. */
function joinTokens(tokens: readonly string[]): string {
  return tokens.reduce((text, token, at) => {
    const before = tokens[at - 1];
    const isAttached = before === undefined || ATTACHED_BEFORE.test(token) || ATTACHED_AFTER.test(before);
    return `${text}${isAttached ? '' : ' '}${token}`;
  }, '');
}

function splitSentences(tokens: readonly string[]): readonly string[] {
  const ends = tokens.flatMap((token, at) => (END_MARK.test(token) ? [at + 1] : []));
  const bounds = [0, ...ends.filter((end) => end < tokens.length), tokens.length];
  return bounds.slice(1).map((end, at) => joinTokens(tokens.slice(bounds[at], end)));
}

/** The documents of GUM as running text. Throws `DataError`. */
export function readGumArticles(folder: string): readonly CleanArticle[] {
  return readRecords(folder, FILE, documentSchema).map(({ line, record }) =>
    buildCleanArticle(FILE, line, toParagraphs(splitSentences(markQuotes(record.tokens)))),
  );
}
