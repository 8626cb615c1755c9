/**
 * What logs, metrics and traces cost of a loaded desk. One desk moderates; what it tells is switched while it runs: nothing, then logs to a
 * file at level `info` with metrics that are scraped as often as each five seconds of two busy cores, then every trace too, and nothing once
 * more, which shows how far equal turns come apart. Each works on the same articles, for a tenant of its own. Rounds are desks of their own.
 * CPU of all processes, servers included, not time by the clock. On a machine that does other things besides, equal turns come apart by more
 * than telemetry costs, so what threads use within its calls is told too. Spans are sent each two seconds by the clock: on such a machine
 * they seem to cost more than they do. Exit code 1: logs and metrics cost more than they may. Linux only.
 *
 *   node bench/telemetry.ts [articles of each in a round, default 320] [mode, default the largest there is] [rounds, default 3]
 */
import process from 'node:process';
import { Cleanup } from '../tests/faults/cleanup.ts';
import { listModes } from '../tests/faults/open-stage.ts';
import { MeasuredDesk } from './telemetry/measured-desk.ts';
import { mixedArticle } from './telemetry/mixed-article.ts';
import type { Telling } from './telemetry/telling.ts';

const MOST_RATIO = 1.03;
const COUNT = Number(process.argv[2] ?? 320);
/** Each comes to each place of a turn as often as to others. */
const TURNS = 8;
const WARM = 60;
const ROUNDS = Number(process.argv[4] ?? 3);

interface Variant {
  readonly name: string;
  readonly tenant: string;
  readonly telling: Telling;
}

const WITHOUT: Variant = { name: 'nothing', tenant: 'quiet', telling: 'nothing' };
const GATED: Variant = { name: 'logs and metrics', tenant: 'counted', telling: 'logs and metrics' };
const VARIANTS: readonly Variant[] = [
  WITHOUT,
  GATED,
  { name: 'nothing, once more', tenant: 'quiet-too', telling: 'nothing' },
  { name: 'logs, metrics and traces', tenant: 'traced', telling: 'traces too' },
];

/** CPU milliseconds an article of one turn, by process, for each variant. */
type Turn = ReadonlyMap<Variant, ReadonlyMap<string, number>>;

const total = (byProcess: ReadonlyMap<string, number> | undefined): number =>
  [...(byProcess?.values() ?? [])].reduce((sum, ms) => sum + ms, 0);

/** The value that a share of them does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low + (high - low) * (place % 1);
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

const articlesFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => mixedArticle(first + at));

/** Forwards and backwards, and from another place each time: what goes on beside on the machine is shared by all. */
function orderOf(turn: number): readonly Variant[] {
  const order = VARIANTS.map((_, place) => VARIANTS[(place + Math.floor(turn / 2)) % VARIANTS.length] ?? WITHOUT);
  return turn % 2 === 0 ? order : order.reverse();
}

async function takeTurns(desk: MeasuredDesk): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  const each = Math.ceil(COUNT / TURNS);
  for (let number = 0; number < TURNS; number++) {
    const articles = articlesFrom(WARM + number * each, each);
    const turn = new Map<Variant, ReadonlyMap<string, number>>();
    for (const variant of orderOf(number)) {
      const used = await desk.work(variant.tenant, variant.telling, articles);
      turn.set(variant, new Map([...used].map(([name, ms]) => [name, ms / each])));
    }
    turns.push(turn);
  }
  return turns;
}

/** What a round gave: its turns, and CPU milliseconds an article of logging, counting and being scraped themselves. */
interface Round {
  readonly turns: readonly Turn[];
  readonly own: number;
}

async function measureRound(mode: (typeof MODES)[number], cleanup: Cleanup): Promise<Round> {
  try {
    const desk = await MeasuredDesk.open(mode, cleanup);
    for (const { tenant } of VARIANTS) await desk.addTenant(tenant);
    for (const { tenant, telling } of VARIANTS) await desk.work(tenant, telling, articlesFrom(0, WARM));
    const turns = await takeTurns(desk);
    const own = (await desk.stop()).get(GATED.telling) ?? Number.NaN;
    return { turns, own: own / (WARM + Math.ceil(COUNT / TURNS) * TURNS) };
  } finally {
    await cleanup.run();
  }
}

/** To the mean of both times when nothing was told, of the same articles in the same turn. */
function ratioOf(variant: Variant, turn: Turn): number {
  const quiet = VARIANTS.filter(({ telling }) => telling === 'nothing').map((one) => total(turn.get(one)));
  return (total(turn.get(variant)) * quiet.length) / quiet.reduce((sum, ms) => sum + ms, 0);
}

function describe(turns: readonly Turn[]): string {
  const names = [...(turns[0]?.get(WITHOUT)?.keys() ?? [])];
  return VARIANTS.map((variant) => {
    const list = names.map((name) => `${name} ${median(turns.map((turn) => turn.get(variant)?.get(name) ?? 0)).toFixed(2)}`);
    const ratio = median(turns.map((turn) => ratioOf(variant, turn)));
    return `  ${variant.name.padEnd(25)} ratio ${ratio.toFixed(3)}; ms an article: ${list.join(', ')}`;
  }).join('\n');
}

/** One line of the table: the median of all turns, of their ratios to telling nothing, and between which half of them lie. */
function drawLine(variant: Variant, turns: readonly Turn[]): string {
  const ms = median(turns.map((turn) => total(turn.get(variant))));
  const ratios = turns.map((turn) => ratioOf(variant, turn));
  const [ratio = '', low = '', high = ''] = [0.5, 0.25, 0.75].map((share) => quantile(ratios, share).toFixed(3));
  return `${variant.name.padEnd(25)} ${ms.toFixed(2).padStart(10)}   ${ratio}   ${low} to ${high}`;
}

const MODES = listModes();
const mode = MODES.find((one) => one === process.argv[3]) ?? MODES.at(-1) ?? 'embedded';
const cleanup = new Cleanup();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cleanup.close().finally(() => process.exit(130)));
}
const turns: Turn[] = [];
const owns: number[] = [];
for (let number = 1; number <= ROUNDS; number++) {
  const round = await measureRound(mode, cleanup);
  turns.push(...round.turns);
  owns.push(round.own);
  console.log(
    `${mode}, round ${number} of ${ROUNDS}, ${TURNS} turns of ${Math.ceil(COUNT / TURNS)} articles, medians\n${describe(round.turns)}`,
  );
}
console.log(`\n${'tells'.padEnd(25)} ms/article   ratio   of half of the ${turns.length} turns`);
for (const variant of VARIANTS) console.log(drawLine(variant, turns));
const own = (median(owns) / median(turns.map((turn) => total(turn.get(WITHOUT))))) * 100;
console.log(
  `\nLogging, counting and answering scrapes used ${median(owns).toFixed(2)} ms an article themselves: ${own.toFixed(1)} %.`,
);
const ratio = median(turns.map((turn) => ratioOf(GATED, turn)));
console.log(
  `\nLogs and metrics cost ${((ratio - 1) * 100).toFixed(1)} % of the CPU; ${((MOST_RATIO - 1) * 100).toFixed(0)} % are allowed.`,
);
process.exitCode = ratio > MOST_RATIO ? 1 : 0;
