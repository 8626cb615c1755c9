import type { Entity } from '../../model/annotation.ts';
import type { CleanedText } from '../../model/cleaned-text.ts';
import type { Span } from '../../model/span.ts';
import { splitPieces } from '../tokens/split-pieces.ts';
import { canName } from './extend-run.ts';
import { findLimit } from './find-limit.ts';
import { isHeadline } from './is-headline.ts';
import { linkMentions } from './link-mentions.ts';
import type { NamedSpan } from './named-span.ts';
import { rankEntities } from './rank-entities.ts';
import { readBody } from './read-body.ts';
import { readHeadlines } from './read-headlines.ts';
import { scanWords } from './scan-words.ts';
import { tagWords } from './tag-words.ts';
import { toNamedSpans } from './to-named-spans.ts';
import type { Word } from './word.ts';

interface Sentences {
  readonly body: (readonly Word[])[];
  readonly headlines: (readonly Word[])[];
  /** All of them, in order, with the rows of their blocks. */
  readonly places: (Span & { readonly block: number })[];
}

function readSentences(cleaned: CleanedText, limit: number): Sentences {
  const sentences: Sentences = { body: [], headlines: [], places: [] };
  for (const [row, block] of cleaned.blocks.entries()) {
    if (block.start >= limit) break;
    if (block.kind === 'code') continue;
    const inHeading = block.kind === 'title' || block.kind === 'heading';
    for (const span of splitPieces(cleaned.text, block, limit)) {
      const words = scanWords(cleaned.text, span);
      sentences.places.push({ ...span, block: row });
      if (inHeading || isHeadline(cleaned.text.slice(span.start, span.end), words)) sentences.headlines.push(words);
      else sentences.body.push(words.some(canName) ? tagWords(cleaned.text, span, words) : words);
    }
  }
  return sentences;
}

function recogniseNames(cleaned: CleanedText, limit: number): readonly NamedSpan[] {
  const { body, headlines, places } = readSentences(cleaned, limit);
  const table = readBody(body);
  readHeadlines(headlines, table);
  return toNamedSpans(table, places);
}

/**
 * The named entities of an English text, and whether the text was too long to be read to its end. `given`: the names
 * that another recogniser found.
 */
export function findEntities(
  cleaned: CleanedText,
  given?: readonly NamedSpan[],
): { readonly entities: readonly Entity[]; readonly complete: boolean } {
  const limit = findLimit(cleaned);
  const groups = linkMentions(cleaned.text, given ?? recogniseNames(cleaned, limit));
  return { entities: rankEntities(groups, cleaned), complete: limit === cleaned.text.length };
}
