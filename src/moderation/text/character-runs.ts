/** Shape of a token: how its characters switch between classes. */
export interface CharacterRuns {
  readonly length: number;
  /** Maximal runs of one class (upper case, lower case, digit, other); an upper-case letter opens the run it capitalises. */
  readonly runs: number;
  readonly uppers: number;
  readonly lowers: number;
  readonly digits: number;
  readonly others: number;
}

const UPPER = 1;
const LOWER = 2;
const DIGIT = 3;
const OTHER = 4;

function classify(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  if (unit >= 0x61 && unit <= 0x7a) return LOWER;
  if (unit >= 0x41 && unit <= 0x5a) return UPPER;
  return OTHER;
}

/** Counts the classes and class changes of `text[start, end)`. "camelCase" has two runs, "a7Gk" four. */
export function characterRuns(text: string, start: number, end: number): CharacterRuns {
  const counts = [0, 0, 0, 0, 0];
  let runs = 0;
  let previous = 0;
  let runLength = 0;
  for (let at = start; at < end; at++) {
    const kind = classify(text.charCodeAt(at));
    counts[kind] = (counts[kind] ?? 0) + 1;
    const capitalises = previous === UPPER && kind === LOWER && runLength === 1;
    if (kind !== previous && !capitalises) {
      runs++;
      runLength = 0;
    }
    runLength++;
    previous = kind;
  }
  return {
    length: end - start,
    runs,
    uppers: counts[UPPER] ?? 0,
    lowers: counts[LOWER] ?? 0,
    digits: counts[DIGIT] ?? 0,
    others: counts[OTHER] ?? 0,
  };
}
