import type { NameForm } from './name-form.ts';

/** Letters of a word in which one letter more, less or other is a slip; shorter words are too close to each other. */
const MIN_LETTERS = 7;
const MAX_LETTERS = 24;
const DIGIT = /\p{N}/u;
/** Stands for the letter that is left out, so that a key is never the key of a name as spelled. */
const HOLE = '*';

function isLong(word: string): boolean {
  return word.length >= MIN_LETTERS && word.length <= MAX_LETTERS && !DIGIT.test(word);
}

/** Rows of the words in which a slip is looked for: for persons the surname beside a given name. */
function listRows({ words, type }: NameForm): readonly number[] {
  const last = words.length - 1;
  if (type === 'PER') return last > 0 && isLong(words[last] ?? '') ? [last] : [];
  return words.flatMap((word, row) => (isLong(word) ? [row] : []));
}

/**
 * Keys that two names share when one letter of a long word is another ("Farringholt", "Ferringholt"), or stands in one of them only
 * ("Faringholt"). The last letter counts, for it makes a plural or a people. Their number grows with that of the letters.
 */
export function listNearSpellings(form: NameForm): readonly string[] {
  return listRows(form).flatMap((row) => {
    const word = form.words[row] ?? '';
    const before = form.words.slice(0, row).join(' ');
    const after = form.words.slice(row + 1).join(' ');
    const holes = Array.from({ length: word.length - 1 }, (_, at) => {
      const head = word.slice(0, at) + HOLE;
      return [head + word.slice(at + 1), head + word.slice(at)];
    });
    return holes.flat().map((hole) => `${form.type} ${before} ${hole} ${after}`);
  });
}
