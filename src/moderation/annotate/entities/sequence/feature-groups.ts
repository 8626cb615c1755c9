import { type CacheMark, createMark } from './cache-mark.ts';
import type { ClassList } from './class-list.ts';
import { caseAndStyle, caseAt, classesAt, factAt, gapAt } from './fact-at.ts';
import type { FeatureBuffer } from './feature-buffer.ts';
import type { Run } from './read-runs.ts';
import type { SentenceView } from './sentence-view.ts';

/** Writes the features of a group as `writeFeatures` does: a test holds both to the same. */
type WriteGroup = (view: SentenceView, at: number, buffer: FeatureBuffer) => void;

const OWN: WriteGroup = (view, at, buffer) => {
  const word = factAt(view, at);
  buffer.add(1, word.exact, 0);
  buffer.add(2, word.lower, 0);
  buffer.add(5, word.prefix4, word.case);
  buffer.add(6, word.suffix4, word.case);
  buffer.add(7, word.lower, caseAndStyle(view, at));
  buffer.add(8, word.prefix3, word.case);
  buffer.add(11, word.suffix2, word.case);
  buffer.add(12, word.suffix3, word.case);
  buffer.add(13, word.shape, 0);
  buffer.add(17, word.case, Math.min(word.length, 8));
};

const CASES_BEFORE: WriteGroup = (view, at, buffer) => {
  const before = caseAt(view, at - 2) * 16 + caseAt(view, at - 1);
  buffer.add(14, caseAndStyle(view, at), at === 0 ? 1 : 0);
  buffer.add(15, caseAndStyle(view, at), gapAt(view, at));
  buffer.add(19, caseAt(view, at), before * 32 + gapAt(view, at));
};

const CASES_AFTER: WriteGroup = (view, at, buffer) => {
  const after = caseAt(view, at + 2) * 16 + caseAt(view, at + 1);
  buffer.add(16, caseAndStyle(view, at), gapAt(view, at + 1));
  buffer.add(20, caseAt(view, at), after * 32 + gapAt(view, at + 1));
};

const CASES_AROUND: WriteGroup = (view, at, buffer) => {
  buffer.add(18, caseAndStyle(view, at), caseAt(view, at - 1) * 16 + caseAt(view, at + 1));
  buffer.add(21, gapAt(view, at) * 32 + gapAt(view, at + 1), caseAt(view, at));
};

const WORD_BEFORE: WriteGroup = (view, at, buffer) => {
  const before = factAt(view, at - 1);
  const own = caseAt(view, at);
  buffer.add(24, before.lower, own);
  buffer.add(30, before.lower, gapAt(view, at) * 8 + own);
  buffer.add(32, before.suffix3, caseAt(view, at - 1));
  buffer.add(35, before.suffix2, own);
};

const WORD_AFTER: WriteGroup = (view, at, buffer) => {
  const after = factAt(view, at + 1);
  const own = caseAt(view, at);
  buffer.add(25, after.lower, own);
  buffer.add(31, after.lower, gapAt(view, at + 1) * 8 + own);
  buffer.add(33, after.suffix3, caseAt(view, at + 1));
  buffer.add(36, after.suffix2, own);
};

const OWN_CLASSES: WriteGroup = (view, at, buffer) => {
  const styled = caseAndStyle(view, at);
  const around = caseAt(view, at - 1) * 16 + caseAt(view, at + 1);
  const { kinds } = classesAt(view, at);
  for (const name of kinds) {
    buffer.add(40, name, 0);
    buffer.add(41, name, styled);
    buffer.add(42, name, around);
  }
  if (kinds.length === 0) buffer.add(47, styled, around);
};

/** The classes of the word `distance` rows from the own one, told by `template` beside a number. */
function writeNeighbour(template: number, distance: number, numberOf: (view: SentenceView, at: number) => number): WriteGroup {
  return (view, at, buffer) => {
    for (const name of classesAt(view, at + distance).kinds) buffer.add(template, name, numberOf(view, at));
  };
}

const lengthOf = ({ from, to }: Run): number => Math.min(to - from, 5);
const placeOf = ({ from, to }: Run, at: number): number => Math.min(at - from, 3) * 4 + Math.min(to - 1 - at, 3);

const RUN_END: WriteGroup = (view, at, buffer) => {
  const run = view.runs[at];
  if (!run) return;
  const last = factAt(view, run.to - 1);
  buffer.add(50, last.lower, lengthOf(run));
  buffer.add(51, last.lower, placeOf(run, at));
  buffer.add(57, last.suffix3, lengthOf(run));
};

const RUN_PLACE: WriteGroup = (view, at, buffer) => {
  const run = view.runs[at];
  if (!run) return;
  buffer.add(55, placeOf(run, at), view.style * 32 + gapAt(view, run.from));
  buffer.add(56, placeOf(run, at), view.style * 32 + gapAt(view, run.to));
};

/** The classes of the word in the row that `rowOf` gives, in or beside the run, told by `template` beside a number. */
function writeRunClasses(
  template: number,
  rowOf: (run: Run) => number,
  numberOf: (run: Run, view: SentenceView) => number,
): WriteGroup {
  return (view, at, buffer) => {
    const run = view.runs[at];
    if (run) for (const name of classesAt(view, rowOf(run)).kinds) buffer.add(template, name, numberOf(run, view));
  };
}

/**
 * Groups of features of a word that all hang on one word or list of classes and on a few small numbers, so that the sums of their
 * weights are the same again and again. Together with `writePairs` they hold all features.
 */
export const FEATURE_GROUPS: readonly WriteGroup[] = [
  OWN,
  CASES_BEFORE,
  CASES_AFTER,
  CASES_AROUND,
  WORD_BEFORE,
  WORD_AFTER,
  OWN_CLASSES,
  writeNeighbour(43, -1, (view, at) => gapAt(view, at) * 8 + caseAt(view, at)),
  writeNeighbour(44, 1, (view, at) => gapAt(view, at + 1) * 8 + caseAt(view, at)),
  writeNeighbour(45, -2, caseAt),
  writeNeighbour(46, 2, caseAt),
  RUN_END,
  RUN_PLACE,
  writeRunClasses(58, ({ to }) => to - 1, lengthOf),
  writeRunClasses(59, ({ from }) => from, lengthOf),
  writeRunClasses(
    60,
    ({ from }) => from - 1,
    ({ from }, view) => gapAt(view, from),
  ),
  writeRunClasses(
    61,
    ({ to }) => to,
    ({ to }, view) => gapAt(view, to),
  ),
];

/** Of groups that hang on no word. */
const NO_WORD = createMark();

/** What the features of each group of a word are made of, group by group; written over for each word. */
export class GroupKeys {
  count = 0;
  /** Rows of `FEATURE_GROUPS`; those without features are left out. */
  readonly groups = new Int32Array(FEATURE_GROUPS.length);
  /** Marks of the word or of the list of classes. */
  readonly marks: CacheMark[] = FEATURE_GROUPS.map(() => NO_WORD);
  /** All else, as 24 bits. */
  readonly contexts = new Int32Array(FEATURE_GROUPS.length);

  /** Reads the keys of the word in row `at`. */
  read(view: SentenceView, at: number): void {
    this.count = 0;
    this.#readCases(view, at);
    this.#readNeighbours(view, at);
    const run = view.runs[at];
    if (run) this.#readRun(view, at, run);
  }

  #add(group: number, mark: CacheMark, context: number): void {
    this.groups[this.count] = group;
    this.marks[this.count] = mark;
    this.contexts[this.count++] = context;
  }

  #addClasses(group: number, { kinds, mark }: ClassList, context: number): void {
    if (kinds.length > 0) this.#add(group, mark, context);
  }

  #readCases(view: SentenceView, at: number): void {
    const styled = caseAndStyle(view, at);
    const [before, after] = [caseAt(view, at - 1), caseAt(view, at + 1)];
    const [gapBefore, gapAfter] = [gapAt(view, at), gapAt(view, at + 1)];
    const around = styled | (before << 6) | (after << 10);
    this.#add(0, factAt(view, at).mark, styled);
    const first = at === 0 ? 1 << 19 : 0;
    this.#add(1, NO_WORD, styled | (before << 6) | (caseAt(view, at - 2) << 10) | (gapBefore << 14) | first);
    this.#add(2, NO_WORD, styled | (after << 6) | (caseAt(view, at + 2) << 10) | (gapAfter << 14));
    this.#add(3, NO_WORD, around | (gapBefore << 14) | (gapAfter << 19));
    this.#add(6, classesAt(view, at).mark, around);
  }

  #readNeighbours(view: SentenceView, at: number): void {
    const own = caseAt(view, at);
    const [before, after] = [(gapAt(view, at) << 4) | own, (gapAt(view, at + 1) << 4) | own];
    this.#add(4, factAt(view, at - 1).mark, (caseAt(view, at - 1) << 9) | before);
    this.#add(5, factAt(view, at + 1).mark, (caseAt(view, at + 1) << 9) | after);
    this.#addClasses(7, classesAt(view, at - 1), before);
    this.#addClasses(8, classesAt(view, at + 1), after);
    this.#addClasses(9, classesAt(view, at - 2), own);
    this.#addClasses(10, classesAt(view, at + 2), own);
  }

  #readRun(view: SentenceView, at: number, run: Run): void {
    const [length, place] = [lengthOf(run), placeOf(run, at)];
    const [gapBefore, gapAfter] = [gapAt(view, run.from), gapAt(view, run.to)];
    this.#add(11, factAt(view, run.to - 1).mark, length | (place << 3));
    this.#add(12, NO_WORD, place | (view.style << 4) | (gapBefore << 6) | (gapAfter << 11));
    this.#addClasses(13, classesAt(view, run.to - 1), length);
    this.#addClasses(14, classesAt(view, run.from), length);
    this.#addClasses(15, classesAt(view, run.from - 1), gapBefore);
    this.#addClasses(16, classesAt(view, run.to), gapAfter);
  }
}

/** Writes the features that hang on two words or stand alone: those that no group holds. */
export function writePairs(view: SentenceView, at: number, buffer: FeatureBuffer): void {
  const own = caseAt(view, at);
  const word = factAt(view, at).lower;
  const [before, after] = [factAt(view, at - 1).lower, factAt(view, at + 1).lower];
  const [farBefore, farAfter] = [factAt(view, at - 2).lower, factAt(view, at + 2).lower];
  buffer.add(3, word, before);
  buffer.add(4, word, after);
  buffer.add(26, farBefore, own);
  buffer.add(27, farAfter, own);
  buffer.add(28, before, farBefore);
  buffer.add(29, after, farAfter);
  buffer.add(34, before, after);
  const run = view.runs[at];
  if (!run) return;
  const length = Math.min(lengthOf(run), 3);
  buffer.add(52, factAt(view, run.from).lower, placeOf(run, at));
  buffer.add(53, factAt(view, run.from - 1).lower, gapAt(view, run.from) * 8 + length);
  buffer.add(54, factAt(view, run.to).lower, gapAt(view, run.to) * 8 + length);
}
