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
function listRows({ words, type }: NameForm, maySlip: (word: string) => boolean): readonly number[] {
  const last = words.length - 1;
  return words.flatMap((word, row) =>
    isLong(word) && maySlip(word) && (type !== 'PER' || (row > 0 && row === last)) ? [row] : [],
  );
}

/**
 * Keys that two names share when one letter of a long word is another ("Farringholt", "Ferringholt"), or stands in one of them only
 * ("Faringholt"). The first letter counts, for it makes another word, and the last, for it makes a plural or a people. `maySlip`: the words
 * in which one is looked for. Their number grows with that of the letters.
 */
export function listNearSpellings(form: NameForm, maySlip: (word: string) => boolean = () => true): readonly string[] {
  return listRows(form, maySlip).flatMap((row) => {
    const word = form.words[row] ?? '';
    const before = form.words.slice(0, row).join(' ');
    const after = form.words.slice(row + 1).join(' ');
    const holes = Array.from({ length: word.length - 2 }, (_, row) => {
      const head = word.slice(0, row + 1) + HOLE;
      return [head + word.slice(row + 2), head + word.slice(row + 1)];
    });
    return holes.flat().map((hole) => `${form.type} ${before} ${hole} ${after}`);
  });
}
