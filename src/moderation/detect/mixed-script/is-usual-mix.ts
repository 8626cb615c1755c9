import type { Letter } from './letter.ts';
import { GREEK, STYLED } from './script-of-letter.ts';

/** Letters of an ending that a foreign name takes. */
const MAX_ENDING = 3;

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

/**
 * Is the mixture one that people write? An abbreviation or a foreign name with an ending of the language around it
 * (`surrounding`: the script of most letters there), a Greek symbol at the edge of a word or among capitals, a variable
 * in mathematical style at the end of a function's name.
 */
export function isUsualMix(letters: readonly Letter[], target: number, surrounding: number): boolean {
  const seams = findSeams(letters);
  const [seam = 0] = seams;
  const tail = letters.slice(seam);
  if (seams.length === 1) {
    if (hasEnding(letters.slice(0, seam), tail, target, surrounding)) return true;
    if (isGlued(letters.slice(0, seam), tail)) return true;
    if (tail.length === 1 && tail[0]?.script === STYLED) return true;
  }
  return letters.some(({ script }, at) => script !== target && isSymbol(letters, at));
}
