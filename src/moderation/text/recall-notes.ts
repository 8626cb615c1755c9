import type { BlockNotes } from '../model/block-notes.ts';
import { openNotes } from './create-note.ts';

/** UTF-16 code units of the longest text whose notes outlive its article; longer ones hardly come again. */
const MAX_LENGTH = 2_000;
/** UTF-16 code units of all texts of a generation: with their notes a few megabytes, of which there are two generations. */
const MAX_GENERATION = 400_000;

let latest = new Map<string, BlockNotes>();
let older: ReadonlyMap<string, BlockNotes> = new Map();
let room = MAX_GENERATION;

/** The same text in memory of its own: engines keep a piece of a text as a view of it, which would hold the whole article. */
const copyText = (text: string): string => ` ${text}`.slice(1);

function keep(notes: BlockNotes): BlockNotes {
  room -= notes.text.length;
  if (room < 0) {
    older = latest;
    latest = new Map();
    room = MAX_GENERATION - notes.text.length;
  }
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
