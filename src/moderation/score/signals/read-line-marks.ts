import type { Span } from '../../model/span.ts';
import { CLASS_LETTER, characterClass } from '../../text/character-class.ts';
import {
  MARK_BRACKET,
  MARK_CAPITAL,
  MARK_DIGIT,
  MARK_ELLIPSIS,
  MARK_FULL_STOP,
  MARK_HASH,
  MARK_NONE,
  MARK_SPACE,
  MARK_UNSPACED,
  markClass,
} from '../../text/mark-class.ts';

/** What is counted in a line character by character; a character is a UTF-16 code unit. */
export interface LineMarks {
  /** Characters that are not white space. */
  readonly visible: number;
  readonly capitals: number;
  readonly digits: number;
  /** Hash signs. */
  readonly hashes: number;
  /** "…", and three full stops in a row. */
  readonly ellipses: number;
  /** Opening curly brackets. */
  readonly brackets: number;
  /** Characters of the longest run without white space. */
  readonly longestRun: number;
  /** Ends of sentences. */
  readonly sentences: number;
}

const FULL_STOP = 0x2e;
const CLOSERS = '"\'”’)]»」』';
const MAX_CLOSERS = 3;

function isLetter(text: string, at: number, start: number): boolean {
  return at >= start && characterClass(text.charCodeAt(at)) === CLASS_LETTER;
}

/** An initial, as in "J. Arkley": one letter and a full stop. */
function isInitial(text: string, at: number, start: number): boolean {
  const isStop = markClass(text.charCodeAt(at)) === MARK_FULL_STOP;
  return isStop && isLetter(text, at - 1, start) && !isLetter(text, at - 2, start);
}

/** True when the mark at `at` is the last of its run and white space or the end follows, perhaps after closing quotes. */
function endsSentence(text: string, at: number, { start, end }: Span): boolean {
  const next = at + 1 < end ? markClass(text.charCodeAt(at + 1)) : MARK_SPACE;
  if (next >= MARK_FULL_STOP) return false;
  if (markClass(text.charCodeAt(at)) === MARK_UNSPACED) return true;
  let after = at + 1;
  while (after < end && after <= at + MAX_CLOSERS && CLOSERS.includes(text.charAt(after))) after++;
  return after === end || (markClass(text.charCodeAt(after)) === MARK_SPACE && !isInitial(text, at, start));
}

function isFullStop(text: string, at: number, { start, end }: Span): boolean {
  return at >= start && at < end && text.charCodeAt(at) === FULL_STOP;
}

/** Ellipses that begin at `at`: the sign, or the threes in a run of full stops. */
function countEllipses(text: string, at: number, span: Span): number {
  if (!isFullStop(text, at, span)) return markClass(text.charCodeAt(at)) === MARK_ELLIPSIS ? 1 : 0;
  if (isFullStop(text, at - 1, span)) return 0;
  let after = at + 1;
  while (isFullStop(text, after, span)) after++;
  return Math.floor((after - at) / 3);
}

/** Counts the characters of a line in one pass. */
export function readLineMarks(text: string, span: Span): LineMarks {
  const { start, end } = span;
  const counts = new Int32Array(MARK_UNSPACED + 1);
  let ellipses = 0;
  let sentences = 0;
  let longestRun = 0;
  let runStart = start;
  for (let at = start; at < end; at++) {
    const mark = markClass(text.charCodeAt(at));
    if (mark === MARK_NONE) continue;
    counts[mark] = (counts[mark] ?? 0) + 1;
    if (mark === MARK_SPACE) {
      longestRun = Math.max(longestRun, at - runStart);
      runStart = at + 1;
    } else if (mark >= MARK_FULL_STOP) {
      ellipses += countEllipses(text, at, span);
      if (endsSentence(text, at, span)) sentences++;
    }
  }
  return {
    visible: end - start - (counts[MARK_SPACE] ?? 0),
    capitals: counts[MARK_CAPITAL] ?? 0,
    digits: counts[MARK_DIGIT] ?? 0,
    hashes: counts[MARK_HASH] ?? 0,
    ellipses,
    brackets: counts[MARK_BRACKET] ?? 0,
    longestRun: Math.max(longestRun, end - runStart),
    sentences,
  };
}
