import type { DetectionContext } from '../../model/detector.ts';
import type { Document, DocumentBlock } from '../../model/document.ts';
import type { Detection } from '../../model/finding.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { createNote, type NotedBlock } from '../../text/create-note.ts';
import { findPieces } from './find-pieces.ts';
import { findSuspects } from './find-suspects.ts';
import { judgeToken } from './judge-token.ts';
import { toDetection } from './to-detection.ts';

/** Runs that a token can be split into by spaces, and the least that each of them has. */
const MAX_PIECES = 12;
const MIN_PIECE = 3;

/** A block that is nothing but a random token with spaces in it: pieces that are no words, random when put together. */
function detectSplit(document: Document, block: NotedBlock, context: DetectionContext): Detection | undefined {
  if (block.words < 2 || block.words > MAX_PIECES) return undefined;
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

/** A random token in pieces among words: it is flagged, because a row of codes looks alike. */
function detectPieces(document: Document, block: NotedBlock, context: DetectionContext): readonly Detection[] {
  return findPieces(document, block).flatMap(({ start, end }) => {
    const whole = document.text.slice(start, end).replaceAll(' ', '');
    const judgement = judgeToken(whole);
    const isLong = whole.length >= context.threshold('garbage.prose_length');
    if (!isLong || judgement.probability < context.threshold('garbage.flag_probability')) return [];
    const isLine = start === block.start && end === block.end;
    const detection = toDetection({ block, start, end, judgement }, isLine, isLine ? 'removed' : 'flagged');
    const rule = isLine ? 'garbage.split-line@1' : 'garbage.split-token@1';
    const pieces = document.text.slice(start, end).split(' ').length;
    return [{ ...detection, rule, message: 'a random token split by spaces', evidence: { ...detection.evidence, pieces } }];
  });
}

interface Means {
  readonly document: Document;
  readonly context: DetectionContext;
}

/** What is found in a block, its places counted from the block's own start. */
const readPieces = createNote((block, _: Ruleset, { document, context }: Means): readonly Detection[] => {
  const line = detectSplit(document, block, context);
  const found = line ? [line] : detectPieces(document, block, context);
  return found.map((one) => ({ ...one, start: one.start - block.start, end: one.end - block.start }));
});

/** Random tokens that spaces part: a block of nothing else, or pieces among words. */
export function detectInPieces(document: Document, block: DocumentBlock, context: DetectionContext): readonly Detection[] {
  if (block.role === 'code' || block.role === 'table') return [];
  const found = readPieces(block, context.ruleset, { document, context });
  if (found.length === 0) return found;
  // A result is whoever asked for it to change: what is remembered is not handed out.
  return found.map((one) => ({
    ...one,
    start: one.start + block.start,
    end: one.end + block.start,
    evidence: { ...one.evidence },
  }));
}
