import type { Letter } from './letter.ts';
import { isUnlike, lookAlike } from './look-alike.ts';
import { CYRILLIC, GREEK, LATIN } from './script-of-letter.ts';

/** A word of two alphabets as it is meant to be read. */
export interface PlainReading {
  /** The alphabet that the word pretends to be written in. */
  readonly script: number;
  readonly plain: string;
  readonly foreign: readonly string[];
}

/** The word in one alphabet; nothing when a letter looks like none of it, or most have not quite its shape. */
function readAs(word: string, letters: readonly Letter[], script: number): PlainReading | undefined {
  const foreign = letters.filter((letter) => letter.script !== script);
  const taken = new Map(foreign.map(({ text }) => [text, lookAlike(text, script)] as const));
  const known = [...taken.values()];
  if (known.length === 0) return undefined;
  if (known.includes(undefined) || known.filter((one) => one?.isSame).length * 2 < known.length) return undefined;
  const plain = Array.from(word, (character) => taken.get(character)?.letter ?? character).join('');
  return { script, plain, foreign: [...taken.keys()] };
}

/** The alphabets of a word, the one with most letters that only it has first. */
function rankScripts(letters: readonly Letter[]): readonly number[] {
  const weigh = (script: number): number =>
    letters.filter((letter) => letter.script === script).reduce((sum, { text }) => sum + (isUnlike(text) ? 1000 : 1), 0);
  const weights = [LATIN, CYRILLIC, GREEK].map((script) => ({ script, weight: weigh(script) }));
  return weights
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ script }) => script);
}

/** Reads a word that mixes alphabets in the one that all its letters can be taken for; nothing when there is none. */
export function readPlainly(word: string, letters: readonly Letter[]): PlainReading | undefined {
  for (const script of rankScripts(letters)) {
    const reading = readAs(word, letters, script);
    if (reading) return reading;
  }
  return undefined;
}
