import { LOG_EVENTS } from '../../../src/schema/log-events.ts';
import type { LogReport } from '../../../src/schema/log-report-schema.ts';
import type { SqlSession } from '../../../src/service/store/sql-pool.ts';
import type { Figure } from './figures.ts';

type Rows = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface ComparedFigure {
  readonly path: string;
  readonly told: Rows;
  readonly stored: Rows;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Rows of one name are added up; those of zeros are nothing. */
function gather(rows: readonly Record<string, unknown>[], columns: readonly string[]): Rows {
  const sums = new Map<string, Record<string, number>>();
  for (const row of rows) {
    const name = String(row.name ?? row.from ?? '');
    const sum = sums.get(name) ?? Object.fromEntries(columns.map((column) => [column, 0]));
    for (const column of columns) sum[column] = (sum[column] ?? 0) + Number(row[column]);
    sums.set(name, sum);
  }
  return Object.fromEntries([...sums].filter(([, row]) => Object.values(row).some((value) => value !== 0)).sort());
}

const find = (report: LogReport, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), report);

/** Events that the store has too. */
const isRecorded = (name: unknown): boolean =>
  Object.entries(LOG_EVENTS).some(([event, { shape }]) => event === name && 'number' in shape);

/** What the report says at a path, as rows. */
function readTold(report: LogReport, { path, columns }: Figure): Rows {
  const value = find(report, path);
  if (typeof value === 'number') return gather([{ count: value }], columns);
  // Of nothing there are no quantiles.
  if (value === undefined && path.endsWith('.count')) return {};
  if (!isObject(value)) throw new Error(`the report says nothing at ${path}`);
  const rows = Array.isArray(value) ? value : value.rows;
  if (!Array.isArray(rows))
    return gather(
      Object.entries(value).map(([name, count]) => ({ name, count })),
      columns,
    );
  return gather(path === 'events' ? rows.filter(({ name }) => isRecorded(name)) : rows, columns);
}

/** What the store says to each figure, by its place; `tenant` is a pattern. */
export async function askStore(session: SqlSession, figures: readonly Figure[], tenant: string): Promise<readonly Rows[]> {
  const answers: Rows[] = [];
  for (const { sql, columns } of figures) {
    answers.push(gather((await session.query<Record<string, unknown>>(sql, [tenant])).rows, columns));
  }
  return answers;
}

/** The figures of a report beside those of the store. */
export const toCompared = (report: LogReport, figures: readonly Figure[], stored: readonly Rows[]): readonly ComparedFigure[] =>
  figures.map((figure, index) => ({ path: figure.path, told: readTold(report, figure), stored: stored[index] ?? {} }));

/** Paths of all numbers of a report; what stands in lists is one path for a column. */
export function listPaths(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return [path];
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => listPaths(one, path)))];
  if (!isObject(value)) return [];
  return [...new Set(Object.entries(value).flatMap(([name, one]) => listPaths(one, path === '' ? name : `${path}.${name}`)))];
}

/** Paths of the numbers of a report that a figure compares, and of those that say how many rows there are. */
export function listCompared({ path, columns }: Figure): readonly string[] {
  if (columns.join() === 'count') return [path];
  return [...columns, 'names', 'error', 'from', 'to'].flatMap((column) => [`${path}.${column}`, `${path}.rows.${column}`]);
}
