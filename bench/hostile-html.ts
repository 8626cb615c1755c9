/**
 * Does a page made to break the reader of HTML break it? Each case runs in a process of its own and has to end there with a
 * result, within the limits below. `node bench/hostile-html.ts [part of a case's name]`; exit code 1 with the names that fail.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadRuleset, moderate } from '../src/index.ts';
import type { Article } from '../src/moderation/model/article.ts';
import { read } from '../src/moderation/read/read.ts';
import { HOSTILE_HTML, type HostileCase, PLAIN_ARTICLE } from '../tests/moderation/read/hostile-html-cases.ts';

/** Seconds of CPU over the start of the process, and megabytes of resident memory at the peak, the process itself included. */
interface Limits {
  readonly read: number;
  readonly moderate: number;
  readonly megabytes: number;
}

const LIMITS: Limits = { read: 1, moderate: 1, megabytes: 512 };
/** Of pages with very much to read, all of which is moderated; a worker's thread may have 1024 MB. */
const LIMITS_OF_MUCH: Limits = { read: 2, moderate: 5, megabytes: 768 };
/** UTF-16 code units of text, or tags, from which on that is much. */
const MUCH = { text: 1_000_000, tags: 20_000 };
/** Milliseconds by the clock after which a case is given up. */
const GIVE_UP = 60_000;
/** Columns. */
const NAME = 50;
const CELL = 11;
/** Marks the call of a single case, in its own process. */
const CHILD = '--child';
const SELF = fileURLToPath(import.meta.url);

/** What a case's process says at its end. Times are seconds of CPU. */
interface Report {
  readonly startUp: number;
  readonly read: number;
  readonly moderate: number;
  /** Resident at the peak before the page was made, and in the end. */
  readonly startMegabytes: number;
  readonly megabytes: number;
  /** UTF-16 code units that were read; moderating takes its time for them, whatever they were read from. */
  readonly textLength: number;
  readonly tags: number;
  readonly incomplete: readonly string[];
  /** Whether the article in the page came through. */
  readonly isKept: boolean;
}

function timeSeconds<T>(work: () => T): readonly [T, number] {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return [value, (user + system) / 1e6];
}

const peakMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

function runCase({ make }: HostileCase): Report {
  const ruleset = loadRuleset();
  moderate({ id: 'warm', text: PLAIN_ARTICLE.join('\n\n') }, { ruleset });
  const { user, system } = process.cpuUsage();
  const startMegabytes = peakMegabytes();
  const article: Article = { id: 'hostile', text: make(1), format: 'html' };
  const [{ text }, reading] = timeSeconds(() => read(article, ruleset));
  const [result, moderating] = timeSeconds(() => moderate(article, { ruleset }));
  return {
    startUp: (user + system) / 1e6,
    read: reading,
    moderate: moderating,
    startMegabytes,
    megabytes: peakMegabytes(),
    textLength: text.length,
    tags: article.text.split('<').length - 1,
    incomplete: result.incomplete,
    isKept: PLAIN_ARTICLE.every((text) => result.text.includes(text)),
  };
}

const isReport = (value: unknown): value is Report => typeof value === 'object' && value !== null && 'megabytes' in value;

/** The report of a case, or how its process ended without one. */
function startCase({ name }: HostileCase): Report | string {
  const limit = `--max-old-space-size=${LIMITS_OF_MUCH.megabytes}`;
  const options = { encoding: 'utf8', timeout: GIVE_UP, killSignal: 'SIGKILL' } as const;
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [limit, SELF, CHILD, name], options);
  if (signal === 'SIGKILL') return `did not end in ${GIVE_UP / 1000} s`;
  if (status !== 0)
    return `ended with ${signal ?? status}: ${/^\w*Error.*|FATAL ERROR.*/mu.exec(stderr)?.[0] ?? stderr.slice(0, 80)}`;
  const report: unknown = JSON.parse(stdout);
  return isReport(report) ? report : 'gave no report';
}

function listFaults(report: Report | string): readonly string[] {
  if (typeof report === 'string') return [report];
  const isMuch = report.textLength > MUCH.text || report.tags > MUCH.tags;
  const limits = isMuch ? LIMITS_OF_MUCH : LIMITS;
  return [
    ...(report.read > limits.read ? ['slow to read'] : []),
    ...(report.moderate > limits.moderate ? ['slow to moderate'] : []),
    ...(report.megabytes > limits.megabytes ? ['memory'] : []),
  ];
}

function drawCells(report: Report): string {
  const { startUp, startMegabytes, textLength } = report;
  const cells = [
    startUp.toFixed(2),
    startMegabytes.toFixed(0),
    report.read.toFixed(3),
    report.moderate.toFixed(3),
    report.megabytes.toFixed(0),
    (textLength / 1_000).toFixed(0),
    report.isKept ? 'kept' : '-',
  ];
  const incomplete = report.incomplete.length > 0 ? `  incomplete: ${report.incomplete.join(', ')}` : '';
  return cells.map((cell) => cell.padStart(CELL)).join('') + incomplete;
}

function drawRow(name: string, report: Report | string, faults: readonly string[]): string {
  const cells = typeof report === 'string' ? '' : drawCells(report);
  return `${name.padEnd(NAME)}${cells}${faults.length > 0 ? `  FAILS: ${faults.join(', ')}` : ''}`;
}

function runAll(wanted: string): number {
  const heading = ['start s', 'start MB', 'read s', 'moderate s', 'peak MB', 'text KB', 'article'];
  console.log('seconds of CPU'.padEnd(NAME) + heading.map((cell) => cell.padStart(CELL)).join(''));
  const failed: string[] = [];
  for (const hostile of HOSTILE_HTML.filter(({ name }) => name.includes(wanted))) {
    const report = startCase(hostile);
    const faults = listFaults(report);
    console.log(drawRow(hostile.name, report, faults));
    if (faults.length > 0) failed.push(hostile.name);
  }
  console.log(failed.length === 0 ? 'every case ends within the limits' : `${failed.length} fail: ${failed.join('; ')}`);
  return failed.length === 0 ? 0 : 1;
}

function run([first = '', second = '']: readonly string[]): number {
  if (first !== CHILD) return runAll(first);
  const wanted = HOSTILE_HTML.find(({ name }) => name === second);
  if (!wanted) throw new RangeError(`no case ${second}`);
  console.log(JSON.stringify(runCase(wanted)));
  return 0;
}

process.exitCode = run(process.argv.slice(2));
