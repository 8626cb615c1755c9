import { compareWorkers } from './compare-workers.ts';
import { judgeLoad } from './judge-load.ts';
import type { Footprint, LoadResult, WorkersResult } from './load-result.ts';
import type { Measurement } from './measurement.ts';
import { nameLimit } from './name-limit.ts';
import type { Percentiles } from './percentiles.ts';

const one = (value: number): string => value.toFixed(1);
const two = (value: number): string => value.toFixed(2);
const whole = (value: number): string => value.toFixed(0);
const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

/** Columns are as wide as they have to be; the first is a name. */
function drawTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [line(heads), ...rows.map(line)].join('\n');
}

const drawThree = (values: Percentiles | null): readonly string[] =>
  values ? [whole(values.p50), whole(values.p90), whole(values.p99)] : ['', '', ''];

function drawRates(all: readonly Measurement[]): string {
  const heads = [
    'step',
    'offered/s',
    'sent',
    'accepted',
    'refused',
    'decided',
    'decided/s',
    'backlog',
    'to',
    'slope/s',
    't',
    'grows',
  ];
  const rows = all.map(({ backlog, ...step }) => [
    step.name,
    one(step.offered),
    `${step.sent}`,
    `${step.accepted}`,
    Object.entries(step.refused)
      .map(([code, count]) => `${code}:${count}`)
      .join(' ') || '0',
    `${step.decided}`,
    one(step.decidedPerSecond),
    ...(backlog
      ? [one(backlog.start), one(backlog.end), two(backlog.perSecond), one(backlog.t), backlog.grows ? 'yes' : 'no']
      : ['always', 'work', '', '', '']),
  ]);
  return drawTable(heads, rows);
}

function drawLatencies(all: readonly Measurement[]): string {
  const heads = [
    'ms',
    'answer p50',
    'p90',
    'p99',
    'started p50',
    'p90',
    'p99',
    'stored p50',
    'p90',
    'p99',
    'webhook p50',
    'p90',
    'p99',
  ];
  const rows = all.map(({ name, latency }) => [
    name,
    ...drawThree(latency.answer),
    ...drawThree(latency.started),
    ...drawThree(latency.stored),
    ...drawThree(latency.webhook),
    whole(latency.sending?.p99 ?? 0),
  ]);
  return drawTable([...heads, 'driver late p99'], rows);
}

function drawCpu(all: readonly Measurement[]): string {
  const names = Object.keys(all[0]?.cpu.byProcess ?? {});
  const heads = [
    'cores',
    ...names,
    'driver',
    'others',
    'idle',
    'moderation',
    'threads',
    'V8 helpers',
    'share of desk',
    'with servers',
    'ms/article',
  ];
  const rows = all.map(({ name, cpu }) => [
    name,
    ...names.map((process) => two(cpu.byProcess[process] ?? 0)),
    ...[cpu.driver, cpu.others, cpu.idle, cpu.moderation, cpu.threads, cpu.helpers].map(two),
    percent(cpu.share),
    percent(cpu.shareWithServers),
    one((cpu.moderation * cpu.seconds * 1000) / Math.max(1, cpu.articles)),
  ]);
  return drawTable(heads, rows);
}

function drawMemory(all: readonly Measurement[]): string {
  const names = Object.keys(all[0]?.memory ?? {});
  return drawTable(
    ['MB', ...names],
    all.map(({ name, memory }) => [name, ...names.map((process) => whole(memory[process] ?? 0))]),
  );
}

function drawFootprint({ written, articles, tables, storedArticles, redis }: Footprint): string {
  const each = (value: number) => whole(value / articles);
  const lines = written
    ? [
        `PostgreSQL, an article (${articles}): ${each(written.walBytes)} bytes of log, ${one(written.transactions / articles)} transactions, ` +
          `rows inserted ${one(written.rowsInserted / articles)}, updated ${one(written.rowsUpdated / articles)}, deleted ${one(written.rowsDeleted / articles)}`,
        drawTable(
          [`bytes an article (${storedArticles})`, 'with indexes', 'indexes'],
          tables
            .filter(({ bytes }) => bytes > storedArticles)
            .map(({ table, bytes, indexBytes }) => [table, whole(bytes / storedArticles), whole(indexBytes / storedArticles)]),
        ),
      ]
    : [];
  if (redis) {
    lines.push(
      `Redis: ${redis.jobs} jobs of ${whole(redis.bytesPerJob)} bytes each; ${one(redis.usedBytes / 1e6)} MB used by the server as a whole`,
    );
  }
  return lines.join('\n');
}

function drawWorkers(results: readonly WorkersResult[]): string {
  const rows = compareWorkers(results).map((row) => [
    `${row.workers}`,
    `${row.turns}`,
    one(row.perSecond),
    two(row.ratio),
    one(row.perCpuSecond),
    two(row.cpuRatio),
    two(row.moderation),
    two(row.moderationRatio),
  ]);
  const heads = [
    'workers',
    'turns',
    'decided/s',
    'times',
    'articles a CPU second of moderation',
    'times',
    'cores in moderation',
    'times',
  ];
  return `${drawTable(heads, rows)}\n\n${drawCpu(results.map(({ workers, ceiling }) => ({ ...ceiling, name: `${workers} workers` })))}`;
}

function drawLimit({ ceiling, threads }: LoadResult): string {
  if (!ceiling) return '';
  const { bytesSent, bytesReceived } = ceiling;
  return [
    `The ceiling: ${one(ceiling.decidedPerSecond)} articles a second, of ${whole(bytesSent)} bytes each as they are sent, ${whole(bytesReceived)} as they are told.`,
    `What binds: ${nameLimit(ceiling.cpu, threads)}.`,
  ].join('\n');
}

/** The whole of it as text. */
export function drawLoad(result: LoadResult): string {
  const { ceiling, steps, footprint, workers, mode, cores, threads, meanSize } = result;
  const all = [...(ceiling ? [ceiling] : []), ...steps];
  const parts = [
    `${mode}, ${cores} cores, ${threads} threads that moderate; the mean article has ${whole(meanSize)} characters by the distribution`,
    ...(all.length > 0 ? [drawRates(all), drawLatencies(all), drawCpu(all), drawMemory(all)] : []),
    drawLimit(result),
    footprint ? drawFootprint(footprint) : '',
    workers.length > 0 ? drawWorkers(workers) : '',
    ...judgeLoad(result).map(({ wanted, seen, holds }) => `${holds ? 'holds' : 'FAILS'}: ${wanted}: ${seen}`),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
