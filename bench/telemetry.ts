/**
 * What logs, metrics and traces cost of a loaded desk: desks that moderate, with servers of their own, take the same articles in turn, and
 * differ in what they tell. One logs to a file at level `info` and is scraped each second; one also sends every trace; one tells nothing, for
 * what writes lines and counts is replaced; and one like that once more shows how far two equal desks come apart. CPU of all processes,
 * servers included, not time by the clock. Exit code 1: logs and metrics cost more than they may. Linux only.
 *
 *   node bench/telemetry.ts [articles a desk and round, default 320] [mode, default the largest there is] [rounds, default 3]
 */
import process from 'node:process';
import { Cleanup } from '../tests/faults/cleanup.ts';
import { listModes } from '../tests/faults/open-stage.ts';
import { MeasuredDesk, type Telling } from './telemetry/measured-desk.ts';
import { mixedArticle } from './telemetry/mixed-article.ts';

const MOST_RATIO = 1.03;
const COUNT = Number(process.argv[2] ?? 320);
const TURNS = 4;
const WARM = 100;
const ROUNDS = Number(process.argv[4] ?? 3);

interface Variant {
  readonly name: string;
  readonly telling: Telling;
}

const WITHOUT: Variant = { name: 'nothing', telling: 'nothing' };
const GATED: Variant = { name: 'logs and metrics', telling: 'logs and metrics' };
const VARIANTS: readonly Variant[] = [
  WITHOUT,
  { name: 'nothing, once more', telling: 'nothing' },
  GATED,
  { name: 'logs, metrics and traces', telling: 'logs, metrics and traces' },
];

/** CPU milliseconds an article by process, for each variant. */
type Round = ReadonlyMap<Variant, ReadonlyMap<string, number>>;

const total = (byProcess: ReadonlyMap<string, number> | undefined): number =>
  [...(byProcess?.values() ?? [])].reduce((sum, ms) => sum + ms, 0);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

const articlesFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => mixedArticle(first + at));

/** Each in its turn, and another first each time: what goes on beside on the machine is shared by all. */
async function takeTurns(desks: readonly MeasuredDesk[]): Promise<readonly ReadonlyMap<string, number>[]> {
  const sums = desks.map(() => new Map<string, number>());
  const each = Math.ceil(COUNT / TURNS);
  for (let turn = 0; turn < TURNS; turn++) {
    const articles = articlesFrom(WARM + turn * each, each);
    for (let place = 0; place < desks.length; place++) {
      const at = (place + turn) % desks.length;
      for (const [name, ms] of (await desks[at]?.work(articles)) ?? []) {
        sums[at]?.set(name, (sums[at]?.get(name) ?? 0) + ms / (each * TURNS));
      }
    }
  }
  return sums;
}

async function measureRound(cleanup: Cleanup, mode: (typeof MODES)[number]): Promise<Round> {
  try {
    const desks: MeasuredDesk[] = [];
    for (const { telling } of VARIANTS) desks.push(await MeasuredDesk.open(mode, telling, cleanup));
    for (const desk of desks) await desk.work(articlesFrom(0, WARM));
    const measured = await takeTurns(desks);
    return new Map(VARIANTS.map((variant, at) => [variant, measured[at] ?? new Map()]));
  } finally {
    await cleanup.run();
  }
}

function describe(round: Round): string {
  return VARIANTS.map((variant) => {
    const byProcess = round.get(variant) ?? new Map<string, number>();
    const list = [...byProcess].map(([name, ms]) => `${name} ${ms.toFixed(2)}`).join(', ');
    return `  ${variant.name.padEnd(25)} ${total(byProcess).toFixed(2)} ms an article (${list})`;
  }).join('\n');
}

/** One line of the table: the median over rounds, the median of the ratios to telling nothing in the same round, and each of them. */
function drawLine(variant: Variant, rounds: readonly Round[], ratios: readonly number[]): string {
  const ms = median(rounds.map((round) => total(round.get(variant))));
  const each = ratios.map((ratio) => ratio.toFixed(3)).join(' ');
  return `${variant.name.padEnd(27)} ${ms.toFixed(2).padStart(10)}   ${median(ratios).toFixed(3)}   ${each}`;
}

const MODES = listModes();
const mode = MODES.find((one) => one === process.argv[3]) ?? MODES.at(-1) ?? 'embedded';
const cleanup = new Cleanup();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cleanup.close().finally(() => process.exit(130)));
}
const rounds: Round[] = [];
for (let number = 1; number <= ROUNDS; number++) {
  const round = await measureRound(cleanup, mode);
  rounds.push(round);
  console.log(`${mode}, round ${number} of ${ROUNDS}, ${COUNT} articles a desk\n${describe(round)}`);
}
const ratiosOf = (variant: Variant) => rounds.map((round) => total(round.get(variant)) / total(round.get(WITHOUT)));
console.log(`\n${'tells'.padEnd(27)} ms/article   ratio   of each round`);
for (const variant of VARIANTS) console.log(drawLine(variant, rounds, ratiosOf(variant)));
const ratio = median(ratiosOf(GATED));
console.log(
  `\nLogs and metrics cost ${((ratio - 1) * 100).toFixed(1)} % of the CPU; ${((MOST_RATIO - 1) * 100).toFixed(0)} % are allowed.`,
);
process.exitCode = ratio > MOST_RATIO ? 1 : 0;
