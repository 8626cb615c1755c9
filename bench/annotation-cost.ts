import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import nlp from 'compromise';
import { annotate } from '../src/index.ts';

const GOLDEN = new URL('../tests/golden/', import.meta.url);
const EXAMPLES = new URL('../examples/', import.meta.url);
/** Rounds that are not counted: until then the engine compiles. */
const WARM_UP = 60;
/** UTF-16 code units of a text, at least. */
const LENGTH = 4000;
/** Every so many words one is spelled anew in each round. */
const SPELLED_ANEW = 8;
const LONG_WORD = /[A-Za-z]{4,}/gu;
const LETTERS = 26;

/** CPU milliseconds by text: the medians of all rounds, and the median of the ratios of each round. */
export interface AnnotationCost {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
}

/** CPU milliseconds, those of the collector's and compiler's threads included. */
function timeWork(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Finds people, places and organisations as compromise does by itself. */
export function tagWithCompromise(text: string): unknown {
  const document = nlp(text);
  return [document.people().out('array'), document.places().out('array'), document.organizations().out('array')];
}

/** The articles written for Copydesk's tests and examples, joined to texts of 4,000 UTF-16 code units and more. */
export function listOwnTexts(): readonly string[] {
  const golden = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('cleaned.txt'));
  const examples = readdirSync(EXAMPLES).filter((path) => path.endsWith('.txt'));
  const files = [
    ...golden.sort().map((path) => new URL(path, GOLDEN)),
    ...examples.sort().map((path) => new URL(path, EXAMPLES)),
  ];
  const texts = [''];
  for (const file of files) {
    const article = readFileSync(file, 'utf8');
    if ((texts.at(-1)?.length ?? 0) < LENGTH) texts.push(`${texts.pop()}${article}\n\n`);
    else texts.push(`${article}\n\n`);
  }
  return texts;
}

/** A text in which every eighth long word is one that was in none of the rounds before. */
export function spellAnew(text: string, round: number): string {
  let words = 0;
  const ending = [1, LETTERS, LETTERS ** 2]
    .map((unit) => String.fromCharCode(97 + (Math.floor(round / unit) % LETTERS)))
    .join('');
  return text.replace(LONG_WORD, (word) => (words++ % SPELLED_ANEW === 0 ? word.slice(0, -2) + ending : word));
}

/** Times `annotate()` and compromise in turn on one text after the other; `rounds` are those that count. */
export function measureAnnotation(textOf: (round: number) => string, rounds: number): AnnotationCost {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const text = textOf(round);
    const [own, other] = [timeWork(() => annotate(text)), timeWork(() => tagWithCompromise(text))];
    if (round < WARM_UP) continue;
    ours.push(own);
    theirs.push(other);
  }
  return { ours: median(ours), theirs: median(theirs), ratio: median(ours.map((time, at) => time / (theirs[at] ?? 0))) };
}

/** CPU seconds of a round, at least: one run of a small text is too short to be measured. */
const MIN_ROUND = 0.02;

/** CPU milliseconds of one run of `work`, repeated for a round. */
export function timeRound(work: () => unknown): number {
  const before = process.cpuUsage();
  for (let runs = 1; ; runs++) {
    work();
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1e6 >= MIN_ROUND) return (user + system) / 1e3 / runs;
  }
}

/** CPU milliseconds of each work: medians of rounds in which all have their turn. */
export function compareWork(works: readonly (() => unknown)[], warmUp: number, rounds: number): readonly number[] {
  const times = works.map(() => [] as number[]);
  for (let round = 0; round < warmUp + rounds; round++)
    for (const [at, work] of works.entries()) {
      const time = timeRound(work);
      if (round >= warmUp) times[at]?.push(time);
    }
  return times.map(median);
}
