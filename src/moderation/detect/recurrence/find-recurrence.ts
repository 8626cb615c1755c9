import type { CorpusMatches, RecurringLine } from '../../model/corpus-matches.ts';
import type { Document, DocumentBlock } from '../../model/document.ts';
import type { Evidence } from '../../model/finding.ts';
import { lineKey } from '../../text/fingerprint-document.ts';

/** Articles that a finding names. */
const MAX_NAMED = 5;

/** How many other articles of the source hold a block, when they are enough to be no accident. */
export function findRecurrence(
  document: Document,
  block: DocumentBlock,
  corpus: CorpusMatches,
  minArticles: number,
): RecurringLine | undefined {
  const key = lineKey(document, block);
  const line = key === undefined ? undefined : corpus.recurringLines[key];
  return line && line.articles >= minArticles ? line : undefined;
}

/** What a finding says of it. */
export function describeRecurrence({ articles, externalIds }: RecurringLine): Evidence {
  return { articles_with_it: articles, found_in: externalIds.slice(0, MAX_NAMED) };
}
