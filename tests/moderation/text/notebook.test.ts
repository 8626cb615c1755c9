import { describe, expect, it } from 'vitest';
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

  it('has other notes for another text', () => {
    const notebook = new Notebook();
    expect(notebook.notesOn('a quay')).not.toBe(notebook.notesOn('a pier'));
  });
});
