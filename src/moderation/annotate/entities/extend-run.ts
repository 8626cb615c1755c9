import { LEXICON } from './lexicon.ts';
import type { Word } from './word.ts';

const SPACE = /^\s$/u;
const AMPERSAND = /^ & $/u;
/** Most words of one run; longer ones are lists or shouting. */
const MAX_RUN = 12;

/** True when the word may be part of a name by its looks. */
export function canName(word: Word | undefined): boolean {
  if (!word?.capital || word.technical) return false;
  return !LEXICON.calendar.has(word.text) && !(word.text === 'I' || word.lower.startsWith("i'") || word.lower.startsWith('i’'));
}

function isAbbreviated(word: Word): boolean {
  return (word.text.length === 1 && word.capital) || LEXICON.abbreviations.has(word.text);
}

function isClose(previous: Word, next: Word | undefined): boolean {
  if (!next || previous.possessive || previous.compoundEnding !== '') return false;
  return (
    SPACE.test(next.gap) ||
    (AMPERSAND.test(next.gap) && !LEXICON.givenNames.has(previous.text)) ||
    (next.gap === '. ' && isAbbreviated(previous))
  );
}

function takesOf(word: Word): boolean {
  return word.capital && (LEXICON.organisationOfWords.has(word.text) || LEXICON.placeOfWords.has(word.text));
}

function isKnown(word: Word): boolean {
  return LEXICON.places.has(word.text) || LEXICON.organisations.has(word.text) || LEXICON.givenNames.has(word.text);
}

/** True when "and" goes on with a complement ("Department of Health and Welfare") or with a known double name. */
function takesAnd(words: readonly Word[], from: number, to: number): boolean {
  const [before, after] = [words[to - 1], words[to + 1]];
  if (!before || !after) return false;
  if (LEXICON.places.has(`${before.text} and ${after.text}`)) return true;
  const hasComplement = words.slice(from, to).some((word) => word.lower === 'of' || word.lower === 'for');
  return hasComplement && !isKnown(before) && !isKnown(after);
}

/** Lower-case words at `to` that join a name to its next part: 0 when they do not. */
function linkLength(words: readonly Word[], from: number, to: number): number {
  const [before, link, after] = [words[to - 1], words[to], words[to + 1]];
  if (!before || !link || !after || link.capital || !isClose(link, after)) return 0;
  const skipsThe = after.lower === 'the' && canName(words[to + 2]) && isClose(after, words[to + 2]);
  if (link.lower === 'of' || link.lower === 'for') {
    if (!takesOf(before)) return 0;
    return canName(after) ? 1 : skipsThe ? 2 : 0;
  }
  if (link.lower === 'and') return canName(after) && takesAnd(words, from, to) ? 1 : 0;
  if (!LEXICON.particles.has(link.text)) return 0;
  if (canName(after)) return 1;
  return LEXICON.particles.has(after.text) && canName(words[to + 2]) && isClose(after, words[to + 2]) ? 2 : 0;
}

/** Row after the last word of the run of capitalised words that begins at `from`. */
export function extendRun(words: readonly Word[], from: number): number {
  let to = from + 1;
  while (to - from < MAX_RUN) {
    const previous = words[to - 1];
    if (!previous || !isClose(previous, words[to])) break;
    const step = canName(words[to]) ? 1 : 1 + linkLength(words, from, to);
    if (step === 1 && !canName(words[to])) break;
    to += step;
  }
  return to;
}
