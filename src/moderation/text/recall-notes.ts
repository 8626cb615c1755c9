import type { BlockNotes } from '../model/block-notes.ts';
import { openNotes } from './create-note.ts';

/** UTF-16 code units of the longest text whose notes outlive its article; longer ones hardly come again. */
const MAX_LENGTH = 2_000;
/** Bytes of the notes on a text, about, and of each of its UTF-16 code units, its tokens among them; those of a generation, of which there are two. */
const NOTES_BYTES = 1_000;
const UNIT_BYTES = 5;
const MAX_GENERATION = 4_000_000;

let latest = new Map<string, BlockNotes>();
let older: ReadonlyMap<string, BlockNotes> = new Map();
let room = MAX_GENERATION;

/** The same text in memory of its own: engines keep a piece of a text as a view of it, which would hold the whole article. */
const copyText = (text: string): string => ` ${text}`.slice(1);

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
