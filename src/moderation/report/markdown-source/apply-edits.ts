import type { Edit } from '../../model/edit.ts';
import type { Span } from '../../model/span.ts';

/** A stretch of a source with the edits carried out on it. An edit that reaches into an earlier one begins where that one ends. */
export function applyEdits(source: string, edits: readonly Edit[], within: Span = { start: 0, end: source.length }): string {
  const parts: string[] = [];
  let at = within.start;
  for (const { start, end, replacement } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(source.slice(at, Math.max(at, start)));
    // What stands for an edit that began before the stretch stands there.
    if (start >= within.start) parts.push(replacement);
    at = Math.max(at, Math.min(end, within.end));
  }
  return parts.join('') + source.slice(at, within.end);
}
