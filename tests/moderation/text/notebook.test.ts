import { describe, expect, it } from 'vitest';
import { createNote } from '../../../src/moderation/text/create-note.ts';
import { Notebook } from '../../../src/moderation/text/notebook.ts';

/** Too long for its notes to outlive the article. */
const LONG = 'The ferry to the Sunder Isles was late again. '.repeat(60);

describe('Notebook', () => {
  it('has the same notes for a text of this parsing and of the one before', () => {
    const notebook = new Notebook();
    const notes = notebook.notesOn(LONG);
    expect(notebook.notesOn(LONG)).toBe(notes);
    notebook.turnPage();
    expect(notebook.notesOn(LONG)).toBe(notes);
  });

  it('forgets a text that was gone for two parsings', () => {
    const notebook = new Notebook();
    const notes = notebook.notesOn(LONG);
    notebook.turnPage();
    notebook.turnPage();
    expect(notebook.notesOn(LONG)).not.toBe(notes);
  });

  it('keeps notes on so many texts of an article, and reads those beyond again', () => {
    const notebook = new Notebook();
    const noted = notebook.notesOn('the first line');
    for (let line = 0; line < 20_000; line++) notebook.notesOn(`line ${line}`);
    expect(notebook.notesOn('the first line')).toBe(noted);
    const beyond = notebook.notesOn('a line beyond');
    expect(beyond).toEqual({ text: 'a line beyond', cells: [] });
    let read = 0;
    const note = createNote(({ text }) => {
      read++;
      return text.length;
    });
    const block = { ...beyond, notes: beyond, words: 3, start: 0, end: 13, tokenStart: 0, tokenEnd: 3 };
    expect([note(block), note(block), read]).toEqual([13, 13, 2]);
    expect(notebook.notesOn('another line beyond').cells).toEqual([]);
  });

  it('has other notes for another text', () => {
    const notebook = new Notebook();
    expect(notebook.notesOn('a quay')).not.toBe(notebook.notesOn('a pier'));
  });
});
