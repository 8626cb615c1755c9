import type { Document, DocumentBlock } from '../model/document.ts';
import { createDocumentNote } from './create-document-note.ts';
import { hashBlock } from './hash-block.ts';

/** Words of a line of verse, at least and at most. */
const MIN_VERSE = 3;
const MAX_VERSE = 14;
/** First copies before and after that are looked at, and how many of them must be as short. */
const REACH = 3;
const MIN_NEIGHBOURS = 4;

export interface Refrains {
  /** The first block with the same words; the block itself when none came before. */
  readonly firstOf: (block: DocumentBlock) => DocumentBlock;
  /** True for a short line among short lines: in verse, repeating is part of the text. */
  readonly isRefrain: (block: DocumentBlock) => boolean;
  /** True when most words of the document stand in lines as short as verse. */
  readonly isSong: boolean;
}

function isVerse(block: DocumentBlock): boolean {
  return block.words >= MIN_VERSE && block.words <= MAX_VERSE;
}

/** Copies do not count: a song is one with or without its refrains. A title and a few short lines are none. */
function isMostlyVerse(firsts: readonly DocumentBlock[]): boolean {
  let lines = 0;
  let verse = 0;
  let prose = 0;
  for (const block of firsts) {
    if (isVerse(block)) lines++;
    if (isVerse(block)) verse += block.words;
    else if (block.words > MAX_VERSE) prose += block.words;
  }
  return lines > MIN_NEIGHBOURS && verse > prose;
}

function computeRefrains(document: Document): Refrains {
  const seen = new Map<number, number>();
  const firsts: DocumentBlock[] = [];
  const positions = document.blocks.map((block) => {
    const hash = hashBlock(document, block);
    const position = block.words > 0 ? (seen.get(hash) ?? firsts.length) : firsts.length;
    if (position === firsts.length) firsts.push(block);
    if (block.words > 0) seen.set(hash, position);
    return position;
  });
  const isRefrain = ({ index }: DocumentBlock): boolean => {
    const at = positions[index] ?? 0;
    const line = firsts[at];
    if (!line || !isVerse(line)) return false;
    const around = firsts.slice(Math.max(0, at - REACH), at + REACH + 1);
    return around.filter((other) => other !== line && isVerse(other)).length >= MIN_NEIGHBOURS;
  };
  return { firstOf: (block) => firsts[positions[block.index] ?? 0] ?? block, isRefrain, isSong: isMostlyVerse(firsts) };
}

/**
 * Finds first copies and refrains. Whether a line is a refrain is read from first copies alone, so that the judgement
 * stays the same when later copies are gone. Linear.
 */
export const findRefrains: (document: Document) => Refrains = createDocumentNote(computeRefrains);
