import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { TOKEN_WORD } from '../model/token-table.ts';
import { type CharacterRuns, characterRuns } from '../text/character-runs.ts';

/** Characters that make a token part of an address, a path, a handle or a file name when they touch it. */
const ADDRESS_NEIGHBOURS = '/@#.:=_\\?&-+%';
/** How many words before a token are looked at for "commit", "wallet" and the like. */
const CONTEXT_TOKENS = 4;

function isRandom(shape: CharacterRuns, threshold: DetectionContext['threshold']): boolean {
  if (shape.others > 0 || shape.lowers === 0 || shape.uppers === 0 || shape.digits === 0) return false;
  return shape.runs / shape.length >= threshold('garbage.min_run_share');
}

function touchesAddress(text: string, start: number, end: number): boolean {
  const before = start > 0 ? (text[start - 1] ?? '') : '';
  const after = text[end] ?? '';
  if (before !== '' && ADDRESS_NEIGHBOURS.includes(before)) return true;
  return after !== '' && ADDRESS_NEIGHBOURS.includes(after) && /\S/u.test(text[end + 1] ?? ' ');
}

function contextWord(document: Document, block: DocumentBlock, row: number, words: ReadonlySet<string>): string | undefined {
  const { starts, ends } = document.tokens;
  for (let at = Math.max(block.tokenStart, row - CONTEXT_TOKENS); at < row; at++) {
    const word = document.text.slice(starts[at], ends[at]).toLowerCase();
    if (words.has(word)) return word;
  }
  return undefined;
}

function toDetection(document: Document, block: DocumentBlock, row: number, shape: CharacterRuns): Detection {
  const start = document.tokens.starts[row] ?? 0;
  const end = document.tokens.ends[row] ?? 0;
  const alone = block.words === 1;
  return {
    kind: 'garbage_token',
    rule: alone ? 'garbage.random-line@1' : 'garbage.random-token@1',
    start: alone ? block.start : start,
    end: alone ? block.end : end,
    confidence: alone ? 0.99 : 0.95,
    action: 'removed',
    message: alone ? 'a random token as a line of its own' : 'a random token among words',
    evidence: { length: shape.length, runs: shape.runs, digits: shape.digits, uppers: shape.uppers },
  };
}

/**
 * Random tokens of letters and digits: long, of three character classes, changing class far more often than any
 * identifier does. A token that touches an address or follows a word such as "commit" or "wallet" stays.
 */
export const garbageToken: Detector = {
  name: 'garbage-token',
  thresholds: ['garbage.min_length', 'garbage.min_run_share'],
  lists: ['garbage.context_words'],
  detect(document, context) {
    const { starts, ends, kinds, count } = document.tokens;
    const minLength = context.threshold('garbage.min_length');
    const contextWords = new Set(context.ruleset.lists['garbage.context_words']);
    const found: Detection[] = [];
    let blockAt = 0;
    for (let row = 0; row < count; row++) {
      const start = starts[row] ?? 0;
      const end = ends[row] ?? 0;
      if (end - start < minLength || kinds[row] !== TOKEN_WORD) continue;
      while ((document.blocks[blockAt]?.end ?? Number.POSITIVE_INFINITY) <= start) blockAt++;
      const block = document.blocks[blockAt];
      const shape = characterRuns(document.text, start, end);
      if (!block || block.role === 'code' || !isRandom(shape, context.threshold)) continue;
      if (touchesAddress(document.text, start, end) || contextWord(document, block, row, contextWords)) continue;
      found.push(toDetection(document, block, row, shape));
    }
    return found;
  },
};
