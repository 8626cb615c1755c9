import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { LogLines } from './report/log-lines.ts';

// How long `copydesk report` takes for a log, and how much memory: node bench/report.ts [lines]

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const LINES = Number(process.argv[2] ?? 1_000_000);
const SEED = 1;
/** Milliseconds between two looks at the memory. */
const INTERVAL = 20;
const LIMIT = { seconds: 10, megabytes: 300 };

async function writeLog(file: string): Promise<number> {
  const stream = createWriteStream(file);
  const generator = new LogLines(SEED);
  let bytes = 0;
  for (let lines = 0; lines < LINES; ) {
    const life = generator.next().slice(0, LINES - lines);
    lines += life.length;
    const some = life.join('');
    bytes += some.length;
    if (!stream.write(some)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
  return bytes;
}

/** The most memory that a process has had, in MB: Linux says it itself while the process is there. */
function readPeak(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return 0;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
try {
  const file = join(folder, 'log.ndjson');
  const bytes = await writeLog(file);
  const start = performance.now();
  const child = spawn(process.execPath, [MAIN, 'report', file, '--format', 'json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, readPeak(child.pid ?? 0));
  }, INTERVAL);
  const output = await text(child.stdout);
  clearInterval(timer);
  const seconds = (performance.now() - start) / 1000;
  const { input }: { input: { counted: number } } = JSON.parse(output);
  console.log(`${input.counted.toLocaleString('en')} lines, ${(bytes / 1e6).toFixed(0)} MB`);
  console.log(
    `${seconds.toFixed(2)} s (limit ${LIMIT.seconds}), ${Math.round(input.counted / seconds).toLocaleString('en')} lines/s`,
  );
  console.log(`${peak.toFixed(0)} MB at most (limit ${LIMIT.megabytes})`);
  console.log(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')} on ${availableParallelism()} cores`,
  );
  process.exitCode = seconds < LIMIT.seconds && peak < LIMIT.megabytes ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
