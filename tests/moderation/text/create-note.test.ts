import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { createNote } from '../../../src/moderation/text/create-note.ts';
import { Notebook } from '../../../src/moderation/text/notebook.ts';

let read = 0;
const note = createNote(({ text }, basis: object | undefined) => {
  read++;
  return basis === undefined ? undefined : { text };
});

const blockOf = (text: string, notebook?: Notebook) => {
  const [block] = parse(text, { id: 'a', text }, {}, undefined, notebook).blocks;
  if (!block) throw new Error('a text without a block');
  return block;
};

describe('createNote', () => {
  it('reads a text once for each basis, and again for another', () => {
    const [first, second] = [{}, {}];
    const block = blockOf('The pilots of Merrow met at noon.');
    read = 0;
    const found = note(block, first);
    expect(note(block, first)).toBe(found);
    expect(read).toBe(1);
    expect(note(block, second)).toEqual({ text: 'The pilots of Merrow met at noon.' });
    expect(read).toBe(2);
  });

  it('remembers that there is nothing', () => {
    const block = blockOf('The lighthouse of Vell was sold.');
    read = 0;
    expect(note(block, undefined)).toBeUndefined();
    expect(note(block, undefined)).toBeUndefined();
    expect(read).toBe(1);
  });

  it('reads a text on which there were notes before there was this kind of note', () => {
    const block = blockOf('The glass works of Vell closed for good.');
    const late = createNote(({ text }) => text.length);
    expect(late(block)).toBe(block.text.length);
  });

  it('reads a block once however often its article is parsed again, and wherever the block stands then', () => {
    const long = `${'The winter tide came early to Merrow. '.repeat(80)}`.trim();
    const basis = {};
    const notebook = new Notebook();
    const before = blockOf(long, notebook);
    read = 0;
    const found = note(before, basis);
    const text = `A line above.\n\n${long}`;
    const after = parse(text, { id: 'a', text }, {}, undefined, notebook).blocks[1];
    expect(after?.text).toBe(long);
    expect(after && note(after, basis)).toBe(found);
    expect(read).toBe(1);
  });
});
