import type { Edit } from '../../src/moderation/model/edit.ts';

/** The edits turned round: each gives back, at its place in the cleaned text, what it took from the original. */
export function invertEdits(edits: readonly Edit[], original: string): readonly Edit[] {
  let shift = 0;
  return edits.map(({ start, end, replacement }) => {
    const at = start + shift;
    shift += replacement.length - (end - start);
    return { start: at, end: at + replacement.length, replacement: original.slice(start, end) };
  });
}
