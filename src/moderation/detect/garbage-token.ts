import type { DetectionContext, Detector } from '../model/detector.ts';
import type { Document, DocumentBlock } from '../model/document.ts';
import type { Detection } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Span } from '../model/span.ts';
import { createNote } from '../text/create-note.ts';
import { toSet } from '../text/to-set.ts';
import { createWordMemo } from '../text/word-memo.ts';
import { cutWords } from './garbage/cut-words.ts';
import { detectInPieces } from './garbage/detect-in-pieces.ts';
import { explainContext } from './garbage/explain-context.ts';
import { findLongRuns } from './garbage/find-long-runs.ts';
import { findSuspects } from './garbage/find-suspects.ts';
import { isSequence } from './garbage/is-sequence.ts';
import { joinParts } from './garbage/join-parts.ts';
import { judgeIdeographs } from './garbage/judge-ideographs.ts';
import { type JudgedSpan, judgeRun } from './garbage/judge-run.ts';
import { namesSequences } from './garbage/names-sequences.ts';
import { isWebToken, type NoiseForm, recogniseNoise, WEB_TOKEN } from './garbage/recognise-noise.ts';
import { toDetection } from './garbage/to-detection.ts';

/** UTF-16 code units: in longer blocks with spaces no token is alone, and only long ones are looked at. */
const MAX_LONELY = 80;
/** Letters alone, at most the first a capital: it may be a name of a language that the model does not know. */
const NAME_LIKE = /^\p{L}[\p{Ll}\p{Lo}\p{M}'’]*$/u;
const TABULAR = /\t| \| /u;

interface Noise extends JudgedSpan {
  /** By what it was known, when not by the model of characters. */
  readonly form?: NoiseForm;
}

interface Found extends Noise {
  readonly block: DocumentBlock;
}

type Judge = (run: string, minLength: number) => readonly JudgedSpan[];

/** Short runs come again from article to article: names and words of no language that the model knows. The key is the least length and the run. */
const judgeShort = createWordMemo((key) => judgeRun(key.slice(key.indexOf(' ') + 1), Number(key.slice(0, key.indexOf(' ')))));
/** UTF-16 code units. */
const MAX_SHORT = 24;

/** Judges each run of an article once, however often it stands there. */
function judgeOnce(): Judge {
  const known = new Map<string, readonly JudgedSpan[]>();
  return (run, minLength) => {
    const key = `${minLength} ${run}`;
    if (run.length <= MAX_SHORT) return judgeShort(key);
    const judged = known.get(key) ?? judgeRun(run, minLength);
    known.set(key, judged);
    return judged;
  };
}

/** What judging takes besides the block. */
interface Bench {
  readonly document: Document;
  readonly context: DetectionContext;
  readonly judge: Judge;
}

const shift = <Part extends Span>(part: Part, by: number): Part => ({ ...part, start: part.start + by, end: part.end + by });

/** What may be noise in a block, its places counted from the block's own start. */
const readNoise = createNote((block, _: Ruleset, { document, context, judge }: Bench): readonly Noise[] => {
  const { text, start, end } = block;
  const form = recogniseNoise(text);
  if (form) return [{ ...formOf(form, text.length), start: 0, end: text.length }];
  const isShort = text.length <= MAX_LONELY || !text.includes(' ');
  const minLength = context.threshold(isShort ? 'garbage.min_length' : 'garbage.flag_length');
  const long = findLongRuns(document, block, minLength);
  const suspects = long.flatMap((run) => findSuspects(document.text, run.start, run.end, minLength));
  const judged = suspects.flatMap((run): readonly Noise[] => {
    const token = document.text.slice(run.start, run.end);
    if (isWebToken(token)) return [{ ...run, ...formOf(WEB_TOKEN, token.length) }];
    return judge(token, minLength).map((one) => shift(one, run.start));
  });
  const found = [...judged, ...judgeIdeographs(document.text, start, end)];
  if (found.length === 0 || TABULAR.test(text)) return [];
  return joinParts(block, found, context.threshold('garbage.line_probability')).map((one) => shift(one, -start));
});

function judgeBlock(block: DocumentBlock, bench: Bench): readonly Found[] {
  if (block.role === 'code' || block.role === 'table') return [];
  const noise = readNoise(block, bench.context.ruleset, bench);
  return noise.length === 0 ? [] : noise.map((one) => ({ ...shift(one, block.start), block }));
}

function formOf(form: NoiseForm, length: number): Pick<Noise, 'form' | 'judgement'> {
  return { form, judgement: { probability: form.probability, evidence: { length, form: form.name } } };
}

/** Is there nothing in the block beside this token? */
function isAlone({ tokens }: Document, { block, start, end }: Found): boolean {
  return (tokens.starts[block.tokenStart] ?? start) >= start && (tokens.ends[block.tokenEnd - 1] ?? end) <= end;
}

type Place = 'line' | 'prose' | 'flag';

function decide(found: Found, text: string, alone: boolean, context: DetectionContext): 'removed' | 'flagged' | undefined {
  if (found.form) return alone ? found.form.line : 'flagged';
  const isLikely = (place: Place): boolean => found.judgement.probability >= context.threshold(`garbage.${place}_probability`);
  const isLong = (place: Place): boolean => text.length >= context.threshold(`garbage.${place}_length`);
  if (alone) return isLikely('line') ? (isLong('line') ? 'removed' : 'flagged') : undefined;
  if (isLikely('prose') && isLong('prose') && !NAME_LIKE.test(text)) return 'removed';
  return isLikely('flag') && isLong('flag') ? 'flagged' : undefined;
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
  lists: ['garbage.context_words', 'garbage.sequence_words'],
  detect(document, context) {
    const contextWords = toSet(context.ruleset.lists['garbage.context_words']);
    const bench = { document, context, judge: judgeOnce() };
    const found = document.blocks.flatMap((block) => judgeBlock(block, bench));
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
    const all = [...detections, ...inPieces.map(({ detection }) => detection)];
    const isSaved = ({ start, end }: Detection): boolean => isSequence(document.text.slice(start, end));
    if (!all.some(isSaved) || !namesSequences(document, context.ruleset.lists['garbage.sequence_words'])) return all;
    return all.filter((detection) => !isSaved(detection));
  },
};
