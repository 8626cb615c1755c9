import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/moderation/model/document.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { createDocumentNote } from '../../../src/moderation/text/create-document-note.ts';

/** Counts how often it is worked out. */
function countBlocks() {
  let times = 0;
  const note = createDocumentNote(({ blocks }: Document, least: { readonly words: number }): number => {
    times++;
    return blocks.filter(({ words }) => words >= least.words).length;
  });
  return { note, times: () => times };
}

const text = 'The tide came in at nine.\n\nThe council met at noon on Tuesday.\n\nRain.';
const FIVE = { words: 5 };
const SEVEN = { words: 7 };

describe('what is worked out of a document', () => {
  it('is worked out once for each basis', () => {
    const { note, times } = countBlocks();
    const document = parse(text, { id: 'a', text });
    expect([note(document, FIVE), note(document, FIVE), times()]).toEqual([2, 2, 1]);
    expect([note(document, SEVEN), note(document, SEVEN), times()]).toEqual([1, 1, 2]);
  });

  it('is that of no other document with the same text', () => {
    const { note, times } = countBlocks();
    for (const id of ['a', 'b']) note(parse(text, { id, text }), FIVE);
    expect(times()).toBe(2);
  });

  it('is neither taken from nor left to a copy with other blocks', () => {
    const { note } = countBlocks();
    const document = parse(text, { id: 'a', text });
    const shorter = { ...document, blocks: document.blocks.slice(1) };
    expect([note(document, FIVE), note(shorter, FIVE), note(document, FIVE)]).toEqual([2, 1, 2]);
    const other = parse(text, { id: 'b', text });
    expect([note({ ...other, blocks: other.blocks.slice(1) }, FIVE), note(other, FIVE)]).toEqual([1, 2]);
  });
});
