import type { Span } from '../../model/span.ts';
import type { CodePage } from './code-page.ts';
import { characterId } from './code-pages.ts';
import { measureOddity } from './measure-oddity.ts';
import { readSequence } from './read-sequence.ts';
import type { Sequence } from './sequence.ts';

/** Sequences that touch each other. */
export interface Run extends Span {
  readonly sequences: readonly Sequence[];
  /** How much less odd the text gets by reading them as UTF-8. */
  readonly gain: number;
}

/** Code units on each side that a run is judged with. */
const CONTEXT = 3;
/** A space may be a space, and a question mark a question mark; of "à" the space may be gone. */
const UNSURE_COST = 12;
const GRAVE_COST = 4;

function byteAt(text: string, at: number, page: CodePage): number {
  return page.bytes[characterId(text.charCodeAt(at))] ?? 0;
}

function isBroken(text: string, at: number, page: CodePage): boolean {
  const next = byteAt(text, at + 1, page);
  return byteAt(text, at, page) >= 0xe0 && next >= 0x80 && next <= 0xbf;
}

function cutBefore(text: string, start: number): string {
  return text.slice(Math.max(0, start - CONTEXT), start);
}

function costOfDoubt({ isWhole, replacement }: Sequence): number {
  if (isWhole || replacement === '\ufffd') return 0;
  return replacement === 'à' ? GRAVE_COST : UNSURE_COST;
}

/**
 * Signs that take three or four bytes and are met much: such a sequence does not come about by chance. Left out are those
 * whose second byte is a quotation mark, a dash or an ellipsis in code pages of Windows.
 */
const FREQUENT_SIGN =
  /^[\u{2010}-\u{2044}\u{20a0}-\u{20bf}\u{2116}\u{2122}\u{2190}-\u{21ff}\u{25a0}-\u{25ff}\u{2600}-\u{27bf}\u{3000}-\u{3002}\u{3008}-\u{3011}\u{ff01}-\u{ff5e}\u{1f300}-\u{1faff}]$/u;
const FREQUENT_GAIN = 18;
/** The replacement character itself, encoded. */
const REPLACEMENT_GAIN = 14;

function bonusOf({ isWhole, replacement }: Sequence): number {
  if (!isWhole) return 0;
  if (replacement === '\ufffd') return REPLACEMENT_GAIN;
  return FREQUENT_SIGN.test(replacement) ? FREQUENT_GAIN : 0;
}

/** Cyrillic and Greek capitals that look like Latin ones, and the signs that close a word. */
const LOOK_ALIKES = 'ВЕЅКМНОРСТХΕΚΜΝΟΡΤΧ';
const CLOSING = '’”»›–—…';
const LATIN_LETTER = /[A-Za-z]/u;
const LOOK_ALIKE_COST = 60;

/** A look-alike letter at the end of a Latin word, with a sign behind it, is no lead. */
function costOfLookAlike(text: string, { start, end }: Sequence): number {
  if (end - start !== 2 || !LOOK_ALIKES.includes(text.charAt(start)) || !CLOSING.includes(text.charAt(start + 1))) return 0;
  return LATIN_LETTER.test(text.charAt(start - 1)) && !/\p{L}/u.test(text.charAt(end)) ? LOOK_ALIKE_COST : 0;
}

function measureGain(text: string, sequences: readonly Sequence[], { start, end }: Span): number {
  const before = cutBefore(text, start);
  const after = text.slice(end, end + CONTEXT);
  const decoded = sequences.map(({ replacement }) => replacement).join('');
  const gain = measureOddity(before + text.slice(start, end) + after, true) - measureOddity(before + decoded + after, false);
  return (
    gain +
    sequences.reduce((sum, sequence) => sum + bonusOf(sequence) - costOfDoubt(sequence) - costOfLookAlike(text, sequence), 0)
  );
}

/** Words return, and so do runs: gains by the run with what stands around it. */
type Memo = Map<string, number>;
const MOST_REMEMBERED = 2_000;
const LONGEST_REMEMBERED = 40;

function toRun(text: string, sequences: readonly Sequence[], memo: Memo): Run {
  const start = sequences[0]?.start ?? 0;
  const end = sequences.at(-1)?.end ?? 0;
  const key = end - start <= LONGEST_REMEMBERED ? text.slice(Math.max(0, start - CONTEXT), end + CONTEXT) : '';
  const known = key === '' ? undefined : memo.get(key);
  const gain = known ?? measureGain(text, sequences, { start, end });
  if (known === undefined && key !== '' && memo.size < MOST_REMEMBERED) memo.set(key, gain);
  return { start, end, sequences, gain };
}

/** Characters that begin like UTF-8 of three or four bytes and do not go on so. */
export function countBroken(text: string, page: CodePage): number {
  let broken = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) <= 0x7f) continue;
    const sequence = readSequence(text, at, page);
    if (sequence) at = sequence.end - 1;
    else if (isBroken(text, at, page)) broken++;
  }
  return broken;
}

/** All runs of a text under a code page, in order. */
export function findRuns(text: string, page: CodePage): readonly Run[] {
  const runs: Run[] = [];
  const memo: Memo = new Map();
  let sequences: Sequence[] = [];
  for (let at = 0; at < text.length; at++) {
    const sequence = text.charCodeAt(at) > 0x7f ? readSequence(text, at, page) : undefined;
    if (sequence) {
      sequences.push(sequence);
      at = sequence.end - 1;
    } else if (sequences.length > 0) {
      runs.push(toRun(text, sequences, memo));
      sequences = [];
    }
  }
  if (sequences.length > 0) runs.push(toRun(text, sequences, memo));
  return runs;
}
