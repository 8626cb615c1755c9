import type { Edit } from '../../model/edit.ts';
import type { Invisible } from './invisible.ts';
import { isWordCharacter } from './is-word-character.ts';

const CELL_END = 0x07;
const FIXED_HYPHEN = 0x1e;
/** Fillers of Hangul have the width of a letter. */
const WIDE_FILLERS: ReadonlySet<number> = new Set([CELL_END, 0x115f, 0x1160, 0x3164, 0xffa0]);

/** What readers saw in its place: a gap between words, the hyphen of a word processor, or nothing. */
function seenAs({ code, left, right }: Invisible): string {
  const isInside = isWordCharacter(left) && isWordCharacter(right);
  if (!isInside) return '';
  if (WIDE_FILLERS.has(code)) return ' ';
  return code === FIXED_HYPHEN ? '-' : '';
}

/** An edit for each place where characters go; those side by side go together. `shift` moves offsets into the document. */
export function toEdits(items: readonly Invisible[], shift: number): readonly Edit[] {
  const edits: Edit[] = [];
  for (const item of items) {
    const last = edits.at(-1);
    const edit = { start: item.start + shift, end: item.end + shift, replacement: seenAs(item) };
    if (last?.end === edit.start && last.replacement === edit.replacement) edits[edits.length - 1] = { ...last, end: edit.end };
    else edits.push(edit);
  }
  return edits;
}
