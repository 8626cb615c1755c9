import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import { cutWords } from './garbage/cut-words.ts';
import { explainContext } from './garbage/explain-context.ts';
import { findLongRuns } from './garbage/find-long-runs.ts';
import { findPieces } from './garbage/find-pieces.ts';
import { findSuspects } from './garbage/find-suspects.ts';
import { judgeIdeographs } from './garbage/judge-ideographs.ts';
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

type Judge = (run: string, minLength: number) => readonly JudgedSpan[];

/** Judges each run of an article once, however often it stands there. */
function judgeOnce(): Judge {
  const known = new Map<string, readonly JudgedSpan[]>();
  return (run, minLength) => {
    const key = `${minLength} ${run}`;
    const judged = known.get(key) ?? judgeRun(run, minLength);
    known.set(key, judged);
    return judged;
  };
}

function judgeBlock(document: Document, block: DocumentBlock, context: DetectionContext, judge: Judge): readonly Found[] {
  if (block.role === 'code' || block.role === 'table') return [];
  const isShort = block.end - block.start <= MAX_LONELY || !block.text.includes(' ');
  const minLength = context.threshold(isShort ? 'garbage.min_length' : 'garbage.flag_length');
  const long = findLongRuns(document, block, minLength);
  const suspects = long.flatMap(({ start, end }) => findSuspects(document.text, start, end, minLength));
  const judged = suspects.flatMap((run) =>
    judge(document.text.slice(run.start, run.end), minLength).map(({ start, end, judgement }) => ({
      start: run.start + start,
      end: run.start + end,
      judgement,
    })),
  );
  const found = [...judged, ...judgeIdeographs(document.text, block.start, block.end)];
  return found.length === 0 || TABULAR.test(block.text) ? [] : found.map((one) => ({ ...one, block }));
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

/** A random token in pieces among words: it is flagged, because a row of codes looks alike. */
function detectPieces(document: Document, block: DocumentBlock, context: DetectionContext): readonly Detection[] {
  if (block.role === 'code' || block.role === 'table') return [];
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

function detectInPieces(document: Document, block: DocumentBlock, context: DetectionContext): readonly Detection[] {
  const line = detectSplit(document, block, context);
  return line ? [line] : detectPieces(document, block, context);
}

/** After the last full stop of its block, with nothing behind it: no sentence names the token. */
function isStray({ text }: Document, { block, start, end }: Found): boolean {
  if (block.end - end > 3 || /[\p{L}\p{N}]/u.test(text.slice(end, block.end))) return false;
  return /[.!?…。！？]["'”’»)]{0,2}\s{0,3}$/u.test(text.slice(Math.max(block.start, start - 6), start));
}

/** Tokens that stand in sentences more than once are names of something. */
function countTokens(document: Document, found: readonly Found[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of found) {
    const { start, end, block } = one;
    if (end - start === block.end - block.start || isStray(document, one)) continue;
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
    const judge = judgeOnce();
    const found = document.blocks.flatMap((block) => judgeBlock(document, block, context, judge));
    const counts = countTokens(document, found);
    const detections: Detection[] = [];
    // Blocks of a list of codes: the line above the first of them announces all.
    const announced = new Set<number>();
    for (const one of found) {
      const alone = isAlone(document, one);
      const text = document.text.slice(one.start, one.end);
      const action = decide(one, text, alone, context);
      if (!action || (!alone && (counts.get(text) ?? 0) > 1 && !isStray(document, one))) continue;
      const isListed = alone && announced.has(one.block.index - 1);
      if (isListed || explainContext(document, one.block, one, contextWords) !== undefined) {
        if (alone) announced.add(one.block.index);
        continue;
      }
      detections.push(toDetection(alone ? one : { ...one, ...cutWords(document.text, one) }, alone, action));
    }
    const inPieces = document.blocks
      .flatMap((block) => detectInPieces(document, block, context).map((detection) => ({ block, detection })))
      .filter(({ block, detection }) => explainContext(document, block, detection, contextWords) === undefined);
    return [...detections, ...inPieces.map(({ detection }) => detection)];
  },
};
