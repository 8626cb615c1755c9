import { CASE, type WordFacts } from './word-facts.ts';

/** Words `[from, to)` with capitals, and the small words that link them. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const LINKS: ReadonlySet<string> = new Set(
  'of for the and de la van von der den da do dos del di al el bin ibn du le des'.split(' '),
);

/** Bodies that are named by what they want: "Committee to Protect Journalists". */
const PURPOSE_BODIES: ReadonlySet<string> = new Set(['committee', 'campaign', 'coalition', 'alliance', 'movement', 'society']);

function isNameLike(fact: WordFacts | undefined): boolean {
  return fact !== undefined && fact.case !== CASE.lower && fact.case !== CASE.digits && fact.case !== CASE.code;
}

/** Words from row `at` that go on with a run: 0 when it ends there. */
function stepOf(facts: readonly WordFacts[], barriers: readonly boolean[], at: number): number {
  for (let row = at; row < at + 3 && row < facts.length && !barriers[row]; row++) {
    if (isNameLike(facts[row])) return row + 1 - at;
    if (row === at && facts[row]?.lowerText === 'to' && PURPOSE_BODIES.has(facts[at - 1]?.lowerText ?? '')) continue;
    if (!LINKS.has(facts[row]?.lowerText ?? '')) return 0;
  }
  return 0;
}

/** The run that each word stands in, if any. Linear. */
export function readRuns(facts: readonly WordFacts[], barriers: readonly boolean[]): readonly (Run | undefined)[] {
  const runs: (Run | undefined)[] = new Array<Run | undefined>(facts.length).fill(undefined);
  for (let from = 0; from < facts.length; from++) {
    if (!isNameLike(facts[from])) continue;
    let to = from + 1;
    for (let step = stepOf(facts, barriers, to); step > 0; step = stepOf(facts, barriers, to)) to += step;
    runs.fill({ from, to }, from, to);
    from = to - 1;
  }
  return runs;
}
