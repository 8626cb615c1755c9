import type { Edit } from '../../moderation/model/edit.ts';
import type { Span } from '../../moderation/model/span.ts';
import { foldSpaces } from './fold-spaces.ts';
import { listTextNodes } from './list-text-nodes.ts';
import { pageText } from './page-text.ts';

/** What is checked: a result and the places where it says to have repaired the source. */
export interface MappedText {
  readonly source: string;
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly repairs: readonly Span[];
}

/** Characters of a cleaned text that are not white space, and how many of them come from where its edits say. */
export interface MapCheck {
  readonly characters: number;
  readonly exact: number;
  /** Edits whose replacement comes from somewhere else. */
  readonly faults: readonly Edit[];
}

const countVisible = (text: string): number => text.replace(/\s/gu, '').length;

/** A piece of source as text: tags stripped, entities decoded. */
const toText = (source: string): string => pageText(listTextNodes(source));

/** Without any white space: a piece of source may end in the middle of a line. */
const squeeze = (text: string): string => foldSpaces(text).text;

function isExact({ source, repairs }: MappedText, edit: Edit): boolean {
  if (edit.end === edit.start) return false;
  if (squeeze(toText(source.slice(edit.start, edit.end))) === squeeze(edit.replacement)) return true;
  return repairs.some(({ start, end }) => start < edit.end && edit.start < end);
}

/**
 * Follows the edits from the source to the text. A kept stretch holds when it is the same on both sides; a replacement
 * when the source it stands for, tags stripped and entities decoded, is the same but for white space, or when a finding
 * says that it was repaired. Text that stands for nothing holds never.
 */
export function checkMap(mapped: MappedText): MapCheck {
  const { source, text, edits } = mapped;
  const faults: Edit[] = [];
  let exact = 0;
  let at = 0;
  let position = 0;
  for (const edit of [...edits, { start: source.length, end: source.length, replacement: '' }]) {
    const kept = source.slice(position, edit.start);
    if (text.startsWith(kept, at)) exact += countVisible(kept);
    at += kept.length;
    const visible = countVisible(edit.replacement);
    if (visible > 0 && text.startsWith(edit.replacement, at) && isExact(mapped, edit)) exact += visible;
    else if (visible > 0) faults.push(edit);
    at += edit.replacement.length;
    position = edit.end;
  }
  return { characters: countVisible(text), exact: at === text.length ? exact : 0, faults };
}
