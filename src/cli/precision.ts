import { listRuleNames } from '../index.ts';
import { readTenant } from '../service/access/tenant.ts';
import { chooseWindow } from '../service/rules/precision/choose-window.ts';
import { PRECISION_LIMITS } from '../service/rules/precision/precision-limits.ts';
import type { PrecisionReport } from '../service/rules/precision/precision-report.ts';
import { type PrecisionWish, readPrecision } from '../service/rules/precision/read-precision.ts';
import type { SqlPool } from '../service/store/sql-pool.ts';
import { readTenantName } from './access/desk-address.ts';
import { readStoreSettings } from './access/read-store-settings.ts';
import { withStore } from './access/with-store.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { loadRules } from './load-rules.ts';
import { parseFlags } from './parse-flags.ts';
import { drawPrecision, PRECISION_FORMATS, type PrecisionFormat } from './precision/draw-precision.ts';
import { PRECISION_HELP } from './precision/precision-help.ts';
import { readDays } from './precision/read-days.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { writeOut } from './write-out.ts';

const MOST_ENTRIES = 200;

const FLAGS = {
  tenant: { type: 'string' },
  since: { type: 'string', default: '30d' },
  window: { type: 'string' },
  format: { type: 'string', default: 'text' },
  top: { type: 'string', default: '20' },
  data: { type: 'string' },
} as const;

function readTop(text: string): number {
  const top = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
  if (top >= 1 && top <= MOST_ENTRIES) return top;
  throw new CliError(`--top needs a whole number from 1 to ${MOST_ENTRIES}`, EXIT.usage);
}

function readFormat(text: string): PrecisionFormat {
  const format = PRECISION_FORMATS.find((known) => known === text);
  if (format) return format;
  throw refuseUnknown('value of --format', text, PRECISION_FORMATS, 'copydesk precision --help');
}

function readWindow(days: number, text: string | undefined): number {
  const windowDays = chooseWindow(days, text === undefined ? undefined : readDays('--window', text));
  if (windowDays !== undefined) return windowDays;
  const message = `--window must fit into --since, at most ${PRECISION_LIMITS.windows} times`;
  throw new CliError(`${message} (see copydesk precision --help)`, EXIT.usage);
}

function readAsked(args: readonly string[], env: Terminal['env']) {
  const { values, positionals } = parseFlags('precision', args, FLAGS);
  const [extra] = positionals;
  if (extra !== undefined) throw new CliError(`${extra} is too many (see copydesk precision --help)`, EXIT.usage);
  const days = readDays('--since', values.since);
  const tenant = readTenantName(values.tenant, env) ?? 'default';
  const asked = { tenant, days, windowDays: readWindow(days, values.window), top: readTop(values.top) };
  const wish = { ...asked, own: new Set(listRuleNames(loadRules(undefined, env))) };
  return { wish, format: readFormat(values.format), data: values.data };
}

/** Without this an unknown name would have a report of nothing. */
async function readReport(pool: SqlPool, wish: PrecisionWish): Promise<PrecisionReport> {
  if (!(await readTenant(pool, wish.tenant))) throw new CliError(`there is no tenant ${wish.tenant}`, EXIT.data);
  return readPrecision(pool, wish, new Date());
}

const ELSEWHERE = 'a desk that runs gives the same at GET /v1/desk/precision';

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { wish, format, data } = readAsked(args, terminal.env);
  const config = readStoreSettings(data, terminal.env, ELSEWHERE);
  const report = await withStore(config, ELSEWHERE, (pool) => readReport(pool, wish));
  await writeOut(terminal.stdout, drawPrecision(report, format));
  return 0;
}

/** `copydesk precision`: what people's decisions say of rules and sources. */
export const precision: Command = {
  name: 'precision',
  summary: 'see how often people bring back what rules took out, and which to retire',
  help: PRECISION_HELP,
  run,
};
