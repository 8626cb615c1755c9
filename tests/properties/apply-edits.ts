import type { Edit } from '../../src/moderation/model/edit.ts';

/** A text with edits carried out, which stand in order and do not overlap: as a caller would do it, with nothing of ours. */
export function applyEdits(edits: readonly Edit[], original: string): string {
  let at = 0;
  let text = '';
  for (const { start, end, replacement } of edits) {
    text += original.slice(at, start) + replacement;
    at = end;
  }
  return text + original.slice(at);
}
