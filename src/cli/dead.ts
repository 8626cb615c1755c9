import type { Config } from '../service/config.ts';
import { type DeadChoice, listDead } from '../service/delivery/list-dead.ts';
import { openStore } from '../service/store/open-store.ts';
import type { SqlPool } from '../service/store/sql-pool.ts';
import { openLog } from '../service/telemetry/open-log.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { DEAD_HELP } from './dead/dead-help.ts';
import { drawDead } from './dead/draw-dead.ts';
import { replayChosen } from './dead/replay-chosen.ts';
import { parseFlags } from './parse-flags.ts';
import { readSettings } from './read-settings.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { toServerError } from './to-server-error.ts';
import { writeText } from './write-text.ts';

const PARTS = ['list', 'replay'] as const;
/** Some asked for were not replayed. */
const EXIT_SOME = 1;

interface Asked {
  readonly choice: DeadChoice;
  readonly ids: readonly string[];
  readonly limit: number;
  readonly asJson: boolean;
  readonly isSure: boolean;
}

interface Answer {
  readonly text: string;
  readonly code: number;
}

const usage = (message: string) => new CliError(`${message} (see copydesk dead --help)`, EXIT.usage);

async function list(pool: SqlPool, { choice, limit, asJson }: Asked): Promise<Answer> {
  const dead = await listDead(pool, choice, limit);
  return { text: asJson ? `${JSON.stringify(dead)}\n` : drawDead(dead, new Date()), code: 0 };
}

async function countOnly(pool: SqlPool, { choice, asJson }: Asked): Promise<Answer> {
  const { total } = await listDead(pool, choice, 1);
  const text = total === 0 ? 'Nothing is dead.\n' : `${total} dead letters would be replayed; --yes does it.\n`;
  return { text: asJson ? `${JSON.stringify({ total, replayed: 0 })}\n` : text, code: 0 };
}

async function replay(pool: SqlPool, asked: Asked, config: Config): Promise<Answer> {
  if (asked.ids.length === 0 && !asked.isSure) return countOnly(pool, asked);
  const log = openLog(config.log ?? 'stderr', config.log === undefined ? 'silent' : config.logLevel);
  const letters = await replayChosen(pool, log, asked.choice, asked.ids);
  const refused = letters.filter(({ outcome }) => outcome !== 'replayed');
  const count = letters.length - refused.length;
  const code = refused.length > 0 ? EXIT_SOME : 0;
  if (asked.asJson) return { text: `${JSON.stringify({ total: letters.length, replayed: count, refused })}\n`, code };
  const lines = refused.map(({ id, outcome }) => `${id}: ${outcome.replaceAll('_', ' ')}\n`);
  return { text: `${lines.join('')}Replayed ${count} of ${letters.length} dead letters.\n`, code };
}

function readLimit(text: string | undefined): number {
  const limit = Number(text ?? 100);
  if (Number.isInteger(limit) && limit > 0 && limit <= 100_000) return limit;
  throw usage('--limit needs a whole number from 1 to 100000');
}

function readAsked(args: readonly string[]) {
  const { values, positionals } = parseFlags('dead', args, {
    tenant: { type: 'string' },
    source: { type: 'string' },
    limit: { type: 'string' },
    data: { type: 'string' },
    all: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  const [name, ...ids] = positionals;
  const { tenant, source } = values;
  if (name === undefined) throw usage('say what to do with dead letters: list or replay');
  const part = PARTS.find((candidate) => candidate === name);
  if (!part) throw refuseUnknown('part of dead', name, PARTS, 'copydesk dead --help');
  if (part === 'list' && ids.length > 0) throw usage(`list takes no ids: ${ids[0]}`);
  const isChoice = values.all || tenant !== undefined || source !== undefined;
  if (part === 'replay' && !isChoice && ids.length === 0) throw usage('say which: ids, --all, --source or --tenant');
  if (values.all && ids.length > 0) throw usage('either ids or --all');
  if (values.data === '') throw usage('--data needs a folder');
  const choice = { ...(tenant !== undefined && { tenant }), ...(source !== undefined && { source }) };
  const asked: Asked = { choice, ids, limit: readLimit(values.limit), asJson: values.json, isSure: values.yes };
  return { part, asked, data: values.data };
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { part, asked, data } = readAsked(args);
  const config = readSettings(data === undefined ? terminal.env : { ...terminal.env, COPYDESK_DATA: data });
  try {
    const store = await openStore(config.store, () => undefined);
    const answering = part === 'list' ? list(store.pool, asked) : replay(store.pool, asked, config);
    const { text, code } = await answering.finally(store.close);
    await writeText(terminal.stdout, text);
    return code;
  } catch (error) {
    throw toServerError(error);
  }
}

/** `copydesk dead`: what could not be moderated or delivered, and another try for it. */
export const dead: Command = {
  name: 'dead',
  summary: 'list what could not be moderated or delivered, and try it again',
  help: DEAD_HELP,
  run,
};
