import type { CodePage } from './code-page.ts';
import { CODE_PAGES } from './code-pages.ts';
import { countStrangers } from './count-strangers.ts';
import { countBroken, findRuns, type Run } from './find-runs.ts';
import { findSuspects } from './find-suspects.ts';
import type { Sequence } from './sequence.ts';

/** What to read as UTF-8, and through which code page. */
export interface Plan {
  readonly page: CodePage;
  readonly sequences: readonly Sequence[];
  /** How much less odd the text gets, less the handicap of the page. */
  readonly gain: number;
  /** True when everything beyond ASCII reads as UTF-8. */
  readonly isWhole: boolean;
  /** True when much of the text is broken off in the middle of a character: then nothing should be done. */
  readonly isHopeless: boolean;
}

interface Choice {
  readonly runs: readonly Run[];
  readonly gain: number;
}

/** What the text as a whole has to win. */
const LEAST_GAIN = 14;
/** What a run has to win by itself, where other characters beyond ASCII stand beside. */
const LEAST_RUN_GAIN = 6;
/** What a run may lose, where everything beyond ASCII reads as UTF-8. */
const MOST_RUN_LOSS = 20;

/** When one in so many sequences is broken off, the text is beyond repair. */
const BROKEN_SHARE = 2;

/** A hopeless plan that wins this much of what the best one wins makes the best one doubtful. */
const HOPELESS_SHARE = 0.5;
/** What a text must promise to win before it is called damaged though nothing can be done. */
const LEAST_HOPELESS_GAIN = 60;

/** So many different characters, and nothing beyond ASCII left over, are no chance. */
const CERTAIN_DIFFERENT = 4;
const CERTAIN_GAIN = 12;
const WHOLE_GAIN = 4;

/** For each letter that no language has beside the others. */
const STRANGER_COST = 4;
/** A Cyrillic or Greek letter in the midst of a Latin text. */
const FOREIGN_GAIN = 20;
/** Letters of Western and Central Europe, Greek ones of formulas, signs, no-break space. */
const USUAL = /^[\u{a0}-\u{17f}\u{391}-\u{3c9}\u{2010}-\u{2044}\u{20ac}\u{2122}]$/u;

/** UTF-16 code units by which code pages are compared. */
const MOST_COMPARED = 20_000;
const BEFORE_FIRST = 100;

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

/** A capital beyond ASCII at the end of a word in capitals, with a sign behind it: "MANHÃ–TARDE". */
const CAPITAL_AND_SIGN = /^(?=\P{ASCII})\p{Lu}[\p{P}\p{S}\p{No}ªº]$/u;
const IS_CAPITAL = /\p{Lu}/u;
const IS_SMALL = /\p{Ll}/u;
const WORD_IN_CAPITALS = /[A-Z]{2}/u;
const LONG_COMPOUND = /^[A-Z]{3}(?=\P{ASCII})\p{Lu}[–—][A-Z]{3}$/u;
const LONG = 3;

/** True where clean text is as likely; damage elsewhere has to decide. */
function isDoubtful(text: string, { start, end, sequences }: Run): boolean {
  if (sequences.length !== 1 || !CAPITAL_AND_SIGN.test(text.slice(start, end))) return false;
  return IS_CAPITAL.test(text.charAt(start - 1)) && !IS_SMALL.test(text.charAt(end));
}

function isCompound(text: string, { start, end }: Run): boolean {
  return LONG_COMPOUND.test(text.slice(Math.max(0, start - LONG), end + LONG));
}

const NOTHING: Choice = { runs: [], gain: 0 };

/** Different sequences without a lost byte. */
function countDifferent(runs: readonly Run[]): number {
  const whole = runs.flatMap(({ sequences }) => sequences).filter(({ isWhole }) => isWhole);
  return new Set(whole.map(({ replacement }) => replacement)).size;
}

function isSure({ sequences }: Run): boolean {
  return sequences.every(({ isWhole }) => isWhole);
}

const sumGains = (runs: readonly Run[]): number => runs.reduce((sum, { gain }) => sum + gain, 0);

/** Everything beyond ASCII reads as UTF-8: the more different characters come out, the less it is chance. */
function chooseAll(text: string, all: readonly Run[]): Choice {
  if (all.every((run) => isCompound(text, run))) return NOTHING;
  const different = countDifferent(all);
  const isCertain = different >= CERTAIN_DIFFERENT;
  const runs = all.filter((run) => run.gain > -MOST_RUN_LOSS || (isCertain && isSure(run)));
  if (!isCertain) return { runs, gain: sumGains(runs) + (different > 1 ? WHOLE_GAIN : 0) };
  const gains = runs.reduce((sum, { gain }) => sum + Math.max(gain, 0), 0);
  return { runs, gain: gains + CERTAIN_GAIN * (different - CERTAIN_DIFFERENT + 1) };
}

function chooseGood(text: string, all: readonly Run[]): Choice {
  const runs = all.filter(({ gain }) => gain >= LEAST_RUN_GAIN);
  const [first] = runs;
  if (first && runs.length === 1 && isTooLittle(text, first)) return NOTHING;
  if (runs.every((run) => isDoubtful(text, run))) return NOTHING;
  return { runs, gain: sumGains(runs) };
}

function hasScript(text: string, page: CodePage): boolean {
  return page.script?.test(text) === true;
}

/** What is left of a text without its runs. */
function cutRuns(text: string, runs: readonly Run[]): string {
  const bounds = [...runs, { start: text.length, end: text.length }];
  return bounds.map(({ start }, at) => text.slice(bounds[at - 1]?.end ?? 0, start)).join(' ');
}

/** Letters of a foreign script that stand for usual characters, in a text that has no others of that script. */
function gainOfForeign(text: string, page: CodePage, all: readonly Run[]): (run: Run) => Run {
  const isForeign = page.script !== undefined && !hasScript(cutRuns(text, all), page);
  if (!isForeign) return (run) => run;
  return (run) => {
    const usual =
      hasScript(text.slice(run.start, run.end), page) &&
      run.sequences.every(({ isWhole, replacement }) => isWhole && USUAL.test(replacement));
    return usual ? { ...run, gain: run.gain + FOREIGN_GAIN } : run;
  };
}

/** In a text of capitals a small letter is no reading: "ГЁ ÅSTRÖM" is not "è ÅSTRÖM". */
function fitsCase(text: string, all: readonly Run[]): (run: Run) => boolean {
  const rest = cutRuns(text, all);
  const isShouted = WORD_IN_CAPITALS.test(rest) && !IS_SMALL.test(rest);
  return ({ sequences }) => !isShouted || !sequences.some(({ replacement }) => IS_SMALL.test(replacement));
}

function toPlan(text: string, page: CodePage, beyond: number): Plan {
  const read = findRuns(text, page);
  const found = read.filter(fitsCase(text, read));
  const all = found.map(gainOfForeign(text, page, found));
  const isWhole = countTaken(text, all) === beyond;
  const { runs, gain } = isWhole ? chooseAll(text, all) : chooseGood(text, all);
  const sequences = runs.flatMap((run) => run.sequences);
  const isHopeless = !isWhole && countBroken(text, page) * BROKEN_SHARE > sequences.length;
  const strangers = STRANGER_COST * countStrangers(sequences.map(({ replacement }) => replacement).join(''));
  return { page, sequences, gain: gain - page.handicap - strangers, isWhole, isHopeless };
}

/** The best plan for a text; nothing when none is good enough to be sure. */
function comparePlans(text: string, pages: number): Plan | undefined {
  const beyond = countBeyondAscii(text);
  const plans = CODE_PAGES.filter(({ bit }) => (pages & bit) !== 0).map((page) => toPlan(text, page, beyond));
  const [best] = plans.sort((a, b) => b.gain - a.gain);
  if (!best || best.gain < LEAST_GAIN || best.isWhole) return best && best.gain >= LEAST_GAIN ? best : undefined;
  if (!plans.some(({ gain, isHopeless }) => isHopeless && gain >= best.gain * HOPELESS_SHARE))
    return { ...best, isHopeless: false };
  return best.gain >= LEAST_HOPELESS_GAIN ? { ...best, isHopeless: true } : undefined;
}

/**
 * The plan that makes a text least odd; nothing when none makes it enough less odd to be sure. Of a very long text a part
 * tells the code page.
 */
export function choosePlan(text: string): Plan | undefined {
  const { pages, first } = findSuspects(text);
  if (pages === 0) return undefined;
  if (text.length <= MOST_COMPARED) return comparePlans(text, pages);
  const start = Math.max(0, first - BEFORE_FIRST);
  const sample = comparePlans(text.slice(start, start + MOST_COMPARED), pages);
  if (!sample || sample.isHopeless) return sample;
  const plan = toPlan(text, sample.page, countBeyondAscii(text));
  return plan.gain >= LEAST_GAIN ? plan : undefined;
}
