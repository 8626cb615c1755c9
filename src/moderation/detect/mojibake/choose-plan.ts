import type { CodePage } from './code-page.ts';
import { CODE_PAGES } from './code-pages.ts';
import { findPages } from './find-pages.ts';
import { countBroken, findRuns, type Run } from './find-runs.ts';
import type { Sequence } from './sequence.ts';

/** What to read as UTF-8, and through which code page. */
export interface Plan {
  readonly page: CodePage;
  readonly sequences: readonly Sequence[];
  /** How much less odd the text gets, less the handicap of the page. */
  readonly gain: number;
  /** True when much of the text is broken off in the middle of a character. */
  readonly isHopeless: boolean;
}

/** What the text as a whole has to win. */
const LEAST_GAIN = 14;
/** What a run has to win by itself, where other characters beyond ASCII stand beside. */
const LEAST_RUN_GAIN = 6;
/** What a run may lose, where everything beyond ASCII reads as UTF-8. */
const MOST_RUN_LOSS = 12;

/** When one in so many sequences is broken off, the text is beyond repair. */
const BROKEN_SHARE = 2;

function countBeyondAscii(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f && unit !== 0xa0) count++;
  }
  return count;
}

function countTaken(text: string, runs: readonly Run[]): number {
  return runs.reduce((sum, { start, end }) => sum + countBeyondAscii(text.slice(start, end)), 0);
}

/** One "Ã¥" among other characters beyond ASCII may be a letter or nothing: too little to go by. */
function isTooLittle(text: string, { start, end, sequences }: Run): boolean {
  return sequences.length === 1 && text.slice(start, end) === 'Ã¥';
}

function chooseRuns(text: string, all: readonly Run[], isWhole: boolean): readonly Run[] {
  if (isWhole) return all.filter(({ gain }) => gain > -MOST_RUN_LOSS);
  const runs = all.filter(({ gain }) => gain >= LEAST_RUN_GAIN);
  const [first] = runs;
  return first && runs.length === 1 && isTooLittle(text, first) ? [] : runs;
}

function toPlan(text: string, page: CodePage, beyond: number): Plan {
  const all = findRuns(text, page);
  const isWhole = countTaken(text, all) === beyond;
  const runs = chooseRuns(text, all, isWhole);
  const sequences = runs.flatMap((run) => run.sequences);
  const gain = runs.reduce((sum, run) => sum + run.gain, 0) - page.handicap;
  const isHopeless = !isWhole && countBroken(text, page) * BROKEN_SHARE > sequences.length;
  return { page, sequences, gain, isHopeless };
}

/** The plan that makes the text least odd; nothing when none makes it enough less odd to be sure. */
export function choosePlan(text: string): Plan | undefined {
  const pages = findPages(text);
  if (pages === 0) return undefined;
  const beyond = countBeyondAscii(text);
  const plans = CODE_PAGES.filter(({ bit }) => (pages & bit) !== 0).map((page) => toPlan(text, page, beyond));
  const [best] = plans.sort((a, b) => b.gain - a.gain);
  return best && best.gain >= LEAST_GAIN && !best.isHopeless ? best : undefined;
}
