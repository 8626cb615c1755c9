import type { Span } from '../../../model/span.ts';
import { VALUE_WORDS } from '../value-words.ts';

/** UTF-16 code units before and after a date in which its tense is looked for. */
const REACH = 80;
/** A point ends a sentence where a capital follows, so that "3 p.m. on" is one. */
const SENTENCE_END = /;|\n\s?\n|[.!?]["”’)]{0,2}\s(?=["“‘(]?\p{Lu})/u;
const WORD = /\p{L}+(?:['’]\p{L}+)?/gu;
const CAPITAL = /^\p{Lu}/u;
/** "need", "speed" and their like are no past forms; the few in "eed" that are stand among the cues. */
const REGULAR_PAST = /(?<!e)ed$/u;
/** Behind these a form in "ed" describes: "the combined team", "is closed", "will be held". */
const DESCRIBES = /^(?:the|an?|its|their|his|her|our|my|newly|recently|is|are|be|being|get|gets)$/u;
const ARTICLE = /^(?:the|an?)$/u;
const VERB = /^(?:begin|resume|reopen|expire|convene|open)s?$/u;
/** Nothing but a blank stands between the date and a word. */
const WORD_BEHIND = /^\s\p{Ll}/u;
const CUT_WORD = /^\S{0,80}/u;

/** What a sentence speaks of. */
export type Tense = 'past' | 'future' | 'unknown';
type Cue = 'past' | 'future' | 'open';

/** The words of a part of a sentence in lower case; a name is an empty one, as it says nothing of time. */
function listWords(part: string): readonly string[] {
  return [...part.matchAll(WORD)].map(({ 0: word, index }) =>
    CAPITAL.test(word) && part.slice(0, index).trim() !== '' ? '' : word.toLowerCase().replace('’', "'"),
  );
}

/** What a word says, in the pair with the one before or behind it or alone. */
function readCue(words: readonly string[], at: number): Cue | undefined {
  const [before = '', word = '', behind = ''] = [words[at - 1], words[at], words[at + 1]];
  const { tenseCues, notPast } = VALUE_WORDS;
  const paired = tenseCues.get(`${before} ${word}`) ?? tenseCues.get(`${word} ${behind}`);
  if (paired) return paired;
  if (VERB.test(word) && ARTICLE.test(before)) return undefined;
  const cue = tenseCues.get(word) ?? (REGULAR_PAST.test(word) && !notPast.has(word) ? 'past' : undefined);
  return cue === 'past' && DESCRIBES.test(before) ? undefined : cue;
}

/** Whether the words right before a date say that it is to come: "is on", "due". */
function isBeside(words: readonly string[], cues: ReadonlySet<string>): boolean {
  return cues.has(words.at(-1) ?? '') || cues.has(words.slice(-2).join(' '));
}

function findCue(before: readonly string[], after: readonly string[], isVerbBehind: boolean): Cue | undefined {
  // "the match on Saturday would go ahead": the date belongs to what the verb is said of.
  if ((isVerbBehind && VALUE_WORDS.modals.has(after[0] ?? '')) || isBeside(before, VALUE_WORDS.futureBeside)) return 'future';
  for (let at = before.length - 1; at >= 0; at--) {
    const cue = readCue(before, at);
    if (cue) return cue;
  }
  if (isBeside(before, VALUE_WORDS.futureWeak)) return 'future';
  for (let at = 0; at < after.length; at++) {
    const cue = readCue(after, at);
    if (cue) return cue;
  }
  return undefined;
}

/**
 * Whether the sentence of a date speaks of what was or of what is to come: the nearest word before the date that says so, else
 * the nearest behind it; `models/values.json` lists these words. `limit` is the end of the block; a blank line ends a sentence.
 */
export function findTense(text: string, { start, end }: Span, limit: number): Tense {
  const from = Math.max(0, start - REACH);
  const reached = text.slice(from, start);
  const before = (from === 0 ? reached : reached.replace(CUT_WORD, '')).split(SENTENCE_END).at(-1) ?? '';
  const after = text.slice(end, Math.min(limit, end + REACH)).split(SENTENCE_END)[0] ?? '';
  const cue = findCue(listWords(before), listWords(after), WORD_BEHIND.test(after));
  return cue === 'past' || cue === 'future' ? cue : 'unknown';
}
