import type { Document } from '../../model/document.ts';

const HYPHENS = '-\u2010';

/**
 * How often each of `wanted` (lower case) stands in the article on one line: words, and pairs of words joined by a hyphen.
 * One pass over the tokens.
 */
export function countWords({ text, tokens }: Document, wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const longest = Math.max(0, ...Array.from(wanted, (word) => word.length));
  const count = (start: number, end: number): void => {
    if (end - start > longest) return;
    const word = text.slice(start, end).toLowerCase().replaceAll('\u2010', '-');
    if (wanted.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (let row = 0; row < tokens.count; row++) {
    const start = tokens.starts[row] ?? 0;
    const end = tokens.ends[row] ?? 0;
    const isDivided = tokens.starts[row + 1] === end + 1 && HYPHENS.includes(text.charAt(end));
    if (isDivided) count(start, tokens.ends[row + 1] ?? end);
    else if (start === 0 || !HYPHENS.includes(text.charAt(start - 1))) count(start, end);
  }
  return counts;
}
