import type { BlockNotes } from '../model/block-notes.ts';
import { openNotes } from './create-note.ts';
import { recallNotes } from './recall-notes.ts';

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
    const notes = this.#before.get(text) ?? recallNotes(text) ?? openNotes(text);
    this.#current.set(notes.text, notes);
    return notes;
  }
}
