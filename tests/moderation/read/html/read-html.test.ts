import { describe, expect, it } from 'vitest';
import { loadRuleset } from '../../../../src/index.ts';
import { PAGE_LIMITS } from '../../../../src/moderation/model/page-limits.ts';
import type { Reading } from '../../../../src/moderation/model/reading.ts';
import { readHtml } from '../../../../src/moderation/read/html/read-html.ts';

const ruleset = loadRuleset();
const STORY = 'The pilots of Merrow met in the customs house on Tuesday to speak about the northern channel.';
const UNREAD: Reading = { text: '', pieces: [], layout: [], metadata: {}, detections: [], incomplete: ['extract'] };

const readPage = (text: string): Reading => readHtml({ id: 'page', format: 'html', text }, ruleset);

/** Text of so many code units with the story in it: a page of one paragraph. */
const pageOfLength = (length: number): string => `<p>${STORY}</p>`.padEnd(length, ' ');

const pageOfBlocks = (blocks: number): string => `<p>${STORY}</p>`.repeat(blocks);

/** A page with so many elements, those of every page (`html`, `head`, `body`) among them, that are no blocks. */
const pageOfElements = (elements: number, blocks: number): string =>
  pageOfBlocks(blocks) + '<b></b>'.repeat(elements - 3 - blocks);

describe('readHtml', () => {
  it('reads a page as long as a page may be, and nothing of a longer one', () => {
    expect(readPage(pageOfLength(PAGE_LIMITS.source))).toMatchObject({ text: STORY, incomplete: [] });
    expect(readPage(pageOfLength(PAGE_LIMITS.source + 1))).toEqual(UNREAD);
  });

  it('reads a text as long as its page may be', () => {
    const words = 'tide '.repeat(PAGE_LIMITS.source / 5 - 2);
    const { text, incomplete } = readPage(`<p>${words}</p>`);
    expect(text.length).toBe(words.length - 1);
    expect(incomplete).toEqual([]);
  });

  it('reads a page of as many blocks as a page may have, and nothing of one with more', () => {
    const short = (blocks: number): string => pageOfBlocks(1) + '<p>The tide turned at six.'.repeat(blocks - 1);
    const { layout, incomplete } = readPage(short(PAGE_LIMITS.blocks));
    expect(layout?.length).toBe(PAGE_LIMITS.blocks);
    expect(incomplete).toEqual([]);
    expect(readPage(short(PAGE_LIMITS.blocks + 1))).toEqual(UNREAD);
  });

  it('looks for the article among as many elements as a page may have, and takes all blocks of one with more', () => {
    const nav = `<nav><a href="/tide">Tide tables</a></nav>`;
    const ofElements = (elements: number): string => nav + pageOfElements(elements - 2, 1);
    expect(readPage(ofElements(PAGE_LIMITS.elements))).toMatchObject({ text: STORY, incomplete: [] });
    expect(readPage(ofElements(PAGE_LIMITS.elements + 1))).toMatchObject({
      text: `Tide tables\n\n${STORY}`,
      incomplete: ['extract'],
    });
  });

  it('reads nothing of a page without a tree that has too many blocks', () => {
    const tide = '<p>a<b></b><b></b><b></b>';
    const { layout, incomplete } = readPage(tide.repeat(PAGE_LIMITS.blocks));
    expect(layout?.length).toBe(PAGE_LIMITS.blocks);
    expect(incomplete).toEqual(['extract']);
    expect(readPage(tide.repeat(PAGE_LIMITS.blocks + 1))).toEqual(UNREAD);
  });

  it('reads a page whose paragraphs all stand in parts of their own', () => {
    const { layout, incomplete } = readPage('<div>The pilots met at noon and left before the ferry came.</div>'.repeat(170_000));
    expect(layout?.length).toBe(170_000);
    expect(incomplete).toEqual([]);
  });
});
