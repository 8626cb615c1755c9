import type { Document, DocumentBlock } from '../../model/document.ts';

/** Lines from which they are a block of links that somebody put there. */
const MIN_LINES = 3;
/** Words of a paragraph: the story ends with the last of them. */
const PROSE_WORDS = 12;
/** UTF-16 code units; a longer line is no list of key words. */
const MAX_LINE = 300;
/** UTF-16 code units of lines that came as one block. */
const MAX_BLOCK = 20_000;

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]{3,250}/giu;
/** Two key words or more in small letters: titles begin with a capital, labels end in a colon, references have years. */
const KEY_WORDS = /^\p{Ll}[\p{Ll}\p{M}’'&]{0,40}(?:[ -][\p{Ll}\p{M}\p{N}’'&]{1,40}){1,9}$/u;
const SEPARATOR = /^[*•·|>[\]()–—-]+$/u;

function isLinked(text: string): boolean {
  return text.search(ADDRESS) >= 0;
}

function isKeywordLink(line: string): boolean {
  if (line.length > MAX_LINE || !isLinked(line)) return false;
  const words = line.replaceAll(ADDRESS, ' ').split(/\s/u);
  return KEY_WORDS.test(words.filter((word) => word !== '' && !SEPARATOR.test(word)).join(' '));
}

/** Lines of a block when all of them are key words with an address; 0 for any other block. */
function countKeywordLinks({ text, role }: DocumentBlock): number {
  if (role === 'title' || role === 'code' || text.length > MAX_BLOCK) return 0;
  const lines = text.split('\n');
  return lines.every(isKeywordLink) ? lines.length : 0;
}

/** The block behind the last paragraph of the story. */
function findEnd({ blocks }: Document): number {
  return blocks.findLastIndex(({ words, text }) => words >= PROSE_WORDS && !isLinked(text.slice(0, MAX_LINE))) + 1;
}

/**
 * Blocks, by index, that are nothing but lines of key words and an address, three of them or more in a row below the story:
 * links that were put there for a search engine. Linear.
 */
export function findKeywordLinks(document: Document): ReadonlySet<number> {
  const found = new Set<number>();
  let run: number[] = [];
  let lines = 0;
  for (const block of document.blocks.slice(findEnd(document))) {
    const count = countKeywordLinks(block);
    lines = count === 0 ? 0 : lines + count;
    run = count === 0 ? [] : [...run, block.index];
    if (lines < MIN_LINES) continue;
    for (const index of run) found.add(index);
    run = [];
  }
  return found;
}
