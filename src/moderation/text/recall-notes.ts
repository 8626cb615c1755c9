import type { BlockNotes } from '../model/block-notes.ts';
import { copyText } from './copy-text.ts';
import { openNotes } from './create-note.ts';

/** UTF-16 code units of the longest text whose notes outlive its article; longer ones hardly come again. */
const MAX_LENGTH = 2_000;
/**
 * Bytes of the notes on a text, about, and of each of its UTF-16 code units with its tokens (English has 5, ideographs 18); those of a generation, of which
 * there are two.
 */
const NOTES_BYTES = 2_000;
const UNIT_BYTES = 10;
const MAX_GENERATION = 8_000_000;

let latest = new Map<string, BlockNotes>();
let older: ReadonlyMap<string, BlockNotes> = new Map();
let room = MAX_GENERATION;

function keep(notes: BlockNotes): BlockNotes {
  const bytes = NOTES_BYTES + UNIT_BYTES * notes.text.length;
  if (room < bytes) {
    older = latest;
    latest = new Map();
    room = MAX_GENERATION;
  }
  room -= bytes;
  latest.set(notes.text, notes);
  return notes;
}

/**
 * The notes on a text that stood in a recent article, or empty ones that are kept for the next; undefined for a text that is too long.
 * Notes are pure functions of text and basis, so what is remembered changes no result.
 */
export function recallNotes(text: string): BlockNotes | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  return latest.get(text) ?? keep(older.get(text) ?? openNotes(copyText(text)));
}
