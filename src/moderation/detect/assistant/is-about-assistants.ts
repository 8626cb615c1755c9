import type { Document } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';

const MIN_SUBJECT_WORDS = 2;

/** Is the article about such programs, so that their phrases are what it tells of? Phrases found do not tell. */
export function isAboutAssistants({ text, tokens }: Document, found: readonly Span[], subjects: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  let next = 0;
  for (let row = 0; row < tokens.count && seen.size < MIN_SUBJECT_WORDS; row++) {
    const start = tokens.starts[row] ?? 0;
    while ((found[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    if (start >= (found[next]?.start ?? Number.POSITIVE_INFINITY)) continue;
    const word = text.slice(start, Math.min(tokens.ends[row] ?? 0, start + 20)).toLowerCase();
    if (subjects.has(word)) seen.add(word);
  }
  return seen.size >= MIN_SUBJECT_WORDS;
}
