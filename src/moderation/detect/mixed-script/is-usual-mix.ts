import type { Letter } from './letter.ts';
import { isUnlike } from './look-alike.ts';
import { CYRILLIC, GREEK, LATIN, STYLED } from './script-of-letter.ts';

/** Letters of an ending that a foreign name takes. */
const MAX_ENDING = 3;
const LOWER = /^\p{Ll}/u;

const isUpper = ({ text }: Letter): boolean => text !== text.toLowerCase();
const isLower = ({ text }: Letter): boolean => text !== text.toUpperCase();

/** Where the script changes: the places of letters whose neighbour on the left is of another one. */
function findSeams(letters: readonly Letter[]): readonly number[] {
  return letters.flatMap(({ script }, at) => (at > 0 && letters[at - 1]?.script !== script ? [at] : []));
}

/** An abbreviation or a foreign name with an ending of the language around it, as Russian writes `SMSки` and `Facebookа`. */
function hasEnding(head: readonly Letter[], tail: readonly Letter[], target: number, surrounding: number): boolean {
  if (tail[0]?.script !== surrounding || tail.length > MAX_ENDING || !tail.every(isLower)) return false;
  return target !== surrounding || (head.length >= 2 && head.every(isUpper));
}

/** Two words that lost the blank between them. */
function isGlued(head: readonly Letter[], tail: readonly Letter[]): boolean {
  return (
    head.length > MAX_ENDING - 1 &&
    tail.length > MAX_ENDING - 1 &&
    head.every(isLower) &&
    tail[0] !== undefined &&
    isUpper(tail[0])
  );
}

/** A symbol of a formula or a protein: a small Greek letter that no Greek word has there. Omicron is no symbol. */
function isSymbol(letters: readonly Letter[], at: number): boolean {
  const letter = letters[at];
  if (letter?.script !== GREEK || !isLower(letter) || letter.text === 'ο') return false;
  const left = letters[at - 1];
  const right = letters[at + 1];
  return !left || !right || isUpper(left) || isUpper(right);
}

/** A variable before what it counts or names, as 𝑛th and 𝑘NN are written. */
function isVariable(head: readonly Letter[], tail: readonly Letter[]): boolean {
  return (
    head.length === 1 && head[0]?.script === STYLED && LOWER.test(head[0].text.normalize('NFKC')) && tail.length <= MAX_ENDING
  );
}

/** The palochka of the languages of the Caucasus, which keyboards lack, as a Latin I inside a Cyrillic word: `хIума`. */
function hasPalochka(letters: readonly Letter[]): boolean {
  const latin = letters.filter(({ script }) => script !== CYRILLIC);
  return latin.every(({ text }) => text === 'I') && letters[0]?.script === CYRILLIC && letters.some(isLower);
}

/** A Latin name that is adorned with letters which look like no Latin ones, as that of a band may be: nobody is to take them for others. */
function isAdorned(letters: readonly Letter[]): boolean {
  const cyrillic = letters.filter(({ script }) => script === CYRILLIC);
  return (
    2 * cyrillic.length <= letters.length &&
    letters.every(({ script, text }) => script === LATIN || (script === CYRILLIC && isUnlike(text)))
  );
}

/**
 * Is the mixture one that people write? An abbreviation or a foreign name with an ending of the language around it
 * (`surrounding`: the script of most letters there), a Greek symbol at the edge of a word or among capitals, a variable
 * in mathematical style at the end of a function's name or before a short word, a Latin I for the palochka, a Latin name
 * adorned with Cyrillic letters.
 */
export function isUsualMix(letters: readonly Letter[], target: number, surrounding: number): boolean {
  const seams = findSeams(letters);
  const [seam = 0] = seams;
  const tail = letters.slice(seam);
  if (seams.length === 1) {
    if (hasEnding(letters.slice(0, seam), tail, target, surrounding)) return true;
    if (isGlued(letters.slice(0, seam), tail)) return true;
    if (tail.length === 1 && tail[0]?.script === STYLED) return true;
    if (isVariable(letters.slice(0, seam), tail)) return true;
  }
  if (surrounding === CYRILLIC && hasPalochka(letters)) return true;
  if (surrounding === LATIN && target === CYRILLIC && isAdorned(letters)) return true;
  return letters.some(({ script }, at) => script !== target && isSymbol(letters, at));
}
