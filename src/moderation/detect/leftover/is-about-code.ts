import type { DetectionContext } from '../../model/detector.ts';
import type { Document } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';

/** UTF-16 code units: no word of the lists is longer. */
const MAX_WORD = 14;
const MIN_WORDS = 2;

function collectWords(document: Document, outside: readonly Span[], words: ReadonlySet<string>): ReadonlySet<string> {
  const { starts, ends, count } = document.tokens;
  const seen = new Set<string>();
  let next = 0;
  for (let row = 0; row < count; row++) {
    const start = starts[row] ?? 0;
    const end = ends[row] ?? 0;
    while ((outside[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    if (end - start > MAX_WORD || start >= (outside[next]?.start ?? Number.POSITIVE_INFINITY)) continue;
    const word = document.text.slice(start, end).toLowerCase().replace(/s$/u, '');
    if (words.has(word)) seen.add(word);
  }
  return seen;
}

/** Is the article about programs and pages, so that lines of code and placeholders are its content? `remnants` do not tell. */
export function isAboutCode(document: Document, remnants: readonly Span[], context: DetectionContext): boolean {
  const { lists } = context.ruleset;
  const subjects = new Set((lists['leftover.subject_words'] ?? []).map((word) => word.replace(/s$/u, '')));
  const hints = lists['leftover.subject_hints'] ?? [];
  const sorted = remnants.toSorted((a, b) => a.start - b.start);
  const seen = collectWords(document, sorted, new Set([...subjects, ...hints]));
  return seen.size >= MIN_WORDS && [...seen].some((word) => subjects.has(word));
}
