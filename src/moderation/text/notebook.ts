import type { BlockNotes } from '../model/block-notes.ts';
import { openNotes, withoutNotes } from './create-note.ts';
import { recallNotes } from './recall-notes.ts';

/** Texts of one parsing that have notes: they take some 800 bytes each, and an article may be half a million lines. */
const MOST_NOTED = 20_000;

/** The notes on the blocks of one article by their texts. Those of a text that stood in neither of the last two parsings are forgotten. */
export class Notebook {
  #current = new Map<string, BlockNotes>();
  #before: ReadonlyMap<string, BlockNotes> = new Map();

  /** Another parsing begins. */
  turnPage(): void {
    this.#before = this.#current;
    this.#current = new Map();
  }

  notesOn(text: string): BlockNotes {
    const here = this.#current.get(text);
    if (here) return here;
    if (this.#current.size >= MOST_NOTED) return withoutNotes(text);
    const notes = this.#before.get(text) ?? recallNotes(text) ?? openNotes(text);
    this.#current.set(notes.text, notes);
    return notes;
  }
}
