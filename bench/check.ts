/**
 * What a second thread gives `copydesk check`: whole processes, their start included, over a folder of articles of 2 to 12 KB, in turn with one
 * thread and with two. Then the most memory that two threads took for 500, 2,000 and 8,000 articles. CPU seconds stand beside the clock's, since
 * on a busy machine only they count.
 *
 *   node bench/check.ts [--articles 2000] [--rounds 5] [--memory 500,2000,8000] [--output FILE]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { articleText } from './texts/article-text.ts';

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
/** Node's own account of a process at its end, told to the file that the environment names. */
const ACCOUNT = `data:text/javascript,${encodeURIComponent(
  `import { writeFileSync } from 'node:fs';
   process.on('exit', () => writeFileSync(process.env.CHECK_ACCOUNT, JSON.stringify(process.resourceUsage())));`,
)}`;
const SMALLEST = 2000;
const SPREAD = 10_000;
/** Prime, so that sizes do not follow each other. */
const STEP = 7919;

interface Round {
  readonly threads: number;
  readonly articles: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Resident, at its most. */
  readonly megabytes: number;
}

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '5' },
    memory: { type: 'string', default: '500,2000,8000' },
    output: { type: 'string' },
  },
});

function writeArticles(folder: string, count: number): string {
  mkdirSync(folder, { recursive: true });
  for (let at = 0; at < count; at++) {
    writeFileSync(join(folder, `${String(at).padStart(6, '0')}.txt`), articleText(SMALLEST + ((at * STEP) % SPREAD)));
  }
  return folder;
}

async function runCheck(folder: string, articles: number, threads: number): Promise<Round> {
  const account = `${folder}.account`;
  const args = ['check', '--format', 'json', '--threads', `${threads}`, '--output', `${folder}.${threads}.json`, folder];
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', ACCOUNT, MAIN, ...args], {
    env: { ...process.env, CHECK_ACCOUNT: account },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code]: (number | null)[] = await once(child, 'exit');
  const seconds = (performance.now() - start) / 1000;
  if (code === null || code === undefined || code > 2) throw new Error(`copydesk check ended with ${code}`);
  const usage: NodeJS.ResourceUsage = JSON.parse(readFileSync(account, 'utf8'));
  const cpuSeconds = (usage.userCPUTime + usage.systemCPUTime) / 1e6;
  return { threads, articles, seconds, cpuSeconds, megabytes: usage.maxRSS / 1024 };
}

function print({ threads, articles, seconds, cpuSeconds, megabytes }: Round): void {
  const figures = `${seconds.toFixed(1)} s, ${(articles / seconds).toFixed(0)} articles/s, ${cpuSeconds.toFixed(1)} s of CPU`;
  process.stdout.write(`${articles} articles, ${threads} thread(s): ${figures}, ${megabytes.toFixed(0)} MB\n`);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function compare(folder: string, articles: number, rounds: number): Promise<readonly Round[]> {
  const done: Round[] = [];
  for (let at = 0; at < 2 * rounds; at++) {
    const round = await runCheck(folder, articles, 1 + (at % 2));
    print(round);
    done.push(round);
  }
  const secondsOf = (threads: number) => median(done.filter((one) => one.threads === threads).map(({ seconds }) => seconds));
  const [one, two] = [1, 2].map((threads) => readFileSync(`${folder}.${threads}.json`));
  if (!one || !two?.equals(one)) throw new Error('one thread and two do not write the same');
  process.stdout.write(`Two threads: ${(secondsOf(1) / secondsOf(2)).toFixed(2)} times the throughput of one (median)\n`);
  return done;
}

const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-check-'));
try {
  const articles = Number(values.articles);
  const rounds = await compare(writeArticles(join(folder, 'articles'), articles), articles, Number(values.rounds));
  const memory: Round[] = [];
  for (const count of values.memory.split(',').filter(Boolean).map(Number)) {
    const round = await runCheck(writeArticles(join(folder, `${count}`), count), count, 2);
    print(round);
    memory.push(round);
  }
  if (values.output) writeFileSync(values.output, `${JSON.stringify({ rounds, memory }, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
