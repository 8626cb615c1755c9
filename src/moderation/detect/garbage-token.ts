import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { explainContext } from './garbage/explain-context.ts';
import { findSuspects } from './garbage/find-suspects.ts';
import { type JudgedSpan, judgeRun } from './garbage/judge-run.ts';
import { judgeToken } from './garbage/judge-token.ts';

/** Runs that a token can be split into by spaces, and the least that each of them has. */
const MAX_PIECES = 12;
const MIN_PIECE = 3;
/** UTF-16 code units: in longer blocks with spaces no token is alone, and only long ones are looked at. */
const MAX_LONELY = 80;
/** Letters alone, at most the first a capital: it may be a name of a language that the model does not know. */
const NAME_LIKE = /^\p{L}[\p{Ll}\p{Lo}\p{M}'’]*$/u;
const TABULAR = /\t| \| /u;

interface Found extends JudgedSpan {
  readonly block: DocumentBlock;
}

function judgeBlock(document: Document, block: DocumentBlock, context: DetectionContext): readonly Found[] {
  if (block.role === 'code' || block.role === 'table' || TABULAR.test(block.text)) return [];
  const isShort = block.end - block.start <= MAX_LONELY || !block.text.includes(' ');
  const minLength = context.threshold(isShort ? 'garbage.min_length' : 'garbage.flag_length');
  return findSuspects(document.text, block.start, block.end, minLength)
    .flatMap((span) => judgeRun(document.text, span, minLength))
    .map((judged) => ({ ...judged, block }));
}

/** Is there nothing in the block beside this token? */
function isAlone({ tokens }: Document, { block, start, end }: Found): boolean {
  return (tokens.starts[block.tokenStart] ?? start) >= start && (tokens.ends[block.tokenEnd - 1] ?? end) <= end;
}

type Place = 'line' | 'prose' | 'flag';

function decide(found: Found, text: string, alone: boolean, context: DetectionContext): 'removed' | 'flagged' | undefined {
  const isLikely = (place: Place): boolean => found.judgement.probability >= context.threshold(`garbage.${place}_probability`);
  const isLong = (place: Place): boolean => text.length >= context.threshold(`garbage.${place}_length`);
  if (alone) return isLikely('line') ? (isLong('line') ? 'removed' : 'flagged') : undefined;
  if (isLikely('prose') && isLong('prose') && !NAME_LIKE.test(text)) return 'removed';
  return isLikely('flag') && isLong('flag') ? 'flagged' : undefined;
}

function toDetection(found: Found, alone: boolean, action: 'removed' | 'flagged'): Detection {
  const { block, start, end, judgement } = found;
  const probability = Math.round(judgement.probability * 1000) / 1000;
  return {
    kind: 'garbage_token',
    rule: alone ? 'garbage.random-line@1' : 'garbage.random-token@1',
    start: alone ? block.start : start,
    end: alone ? block.end : end,
    confidence: Math.min(alone ? 0.99 : 0.95, probability),
    action,
    message: alone ? 'a random token as a line of its own' : 'a random token among words',
    evidence: { probability, ...judgement.evidence },
  };
}

/** A block that is nothing but a random token with spaces in it: pieces that are no words, random when put together. */
function detectSplit(document: Document, block: DocumentBlock, context: DetectionContext): Detection | undefined {
  if (block.words < 2 || block.words > MAX_PIECES || block.role === 'code' || block.role === 'table') return undefined;
  const pieces = block.text.split(' ');
  if (pieces.length < 2 || pieces.some((piece) => piece.length < MIN_PIECE || !/^[A-Za-z0-9+/]+={0,2}$/u.test(piece)))
    return undefined;
  if (findSuspects(document.text, block.start, block.end, MIN_PIECE).length < pieces.length) return undefined;
  const judgement = judgeToken(pieces.join(''));
  const random = pieces.filter((piece) => judgeToken(piece).probability >= 0.5).length / pieces.length;
  if (random < 0.6 || judgement.probability < context.threshold('garbage.prose_probability')) return undefined;
  const whole = { start: block.start, end: block.end, judgement, block };
  const { evidence, ...detection } = toDetection(whole, true, 'removed');
  const explained = { ...detection, rule: 'garbage.split-line@1', message: 'a random token split by spaces' };
  return { ...explained, evidence: { ...evidence, pieces: pieces.length } };
}

/** Tokens that stand in sentences more than once are names of something. */
function countTokens(document: Document, found: readonly Found[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { start, end, block } of found) {
    if (end - start === block.end - block.start) continue;
    const token = document.text.slice(start, end);
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

/**
 * Random tokens: base62, base64, hexadecimal, keys hit blindly. What a token is worth by itself says a model of characters
 * and shape; an address, a file name, a word such as "commit" or "wallet" before it, quotation marks, a table and a second
 * place in the text save it. Removed when it is a line of its own or beyond doubt, else flagged.
 */
export const garbageToken: Detector = {
  name: 'garbage-token',
  thresholds: [
    'garbage.min_length',
    'garbage.line_probability',
    'garbage.line_length',
    'garbage.prose_probability',
    'garbage.prose_length',
    'garbage.flag_probability',
    'garbage.flag_length',
  ],
  lists: ['garbage.context_words'],
  detect(document, context) {
    const contextWords = new Set(context.ruleset.lists['garbage.context_words']);
    const found = document.blocks.flatMap((block) => judgeBlock(document, block, context));
    const counts = countTokens(document, found);
    const detections: Detection[] = [];
    for (const one of found) {
      const alone = isAlone(document, one);
      const text = document.text.slice(one.start, one.end);
      const action = decide(one, text, alone, context);
      if (!action || (!alone && (counts.get(text) ?? 0) > 1)) continue;
      if (explainContext(document, one.block, one, contextWords) !== undefined) continue;
      detections.push(toDetection(one, alone, action));
    }
    const split = document.blocks.map((block) => detectSplit(document, block, context));
    return [...detections, ...split.filter((detection) => detection !== undefined)];
  },
};
