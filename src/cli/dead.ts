import type { Config } from '../service/config.ts';
import { type DeadChoice, listDead } from '../service/delivery/list-dead.ts';
import { openStore } from '../service/store/open-store.ts';
import type { SqlPool } from '../service/store/sql-pool.ts';
import { readDeskAddress, readTenantName } from './access/desk-address.ts';
import { openStoreLog } from './access/open-store-log.ts';
import { readStoreSettings } from './access/read-store-settings.ts';
import { ASK_RUNNING, DESK_FLAGS, type DeskValues, namesRunningDesk, toDeskError } from './access/with-desk.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import type { DeadBox } from './dead/dead-box.ts';
import { DEAD_HELP } from './dead/dead-help.ts';
import { drawDead } from './dead/draw-dead.ts';
import { openDeskBox } from './dead/open-desk-box.ts';
import { replayChosen } from './dead/replay-chosen.ts';
import { parseFlags } from './parse-flags.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { writeOut } from './write-out.ts';

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

async function list(box: DeadBox, { choice, limit, asJson }: Asked): Promise<Answer> {
  const dead = await box.list(choice, limit);
  return { text: asJson ? `${JSON.stringify(dead)}\n` : drawDead(dead, new Date()), code: 0 };
}

async function countOnly(box: DeadBox, { choice, asJson }: Asked): Promise<Answer> {
  const { total } = await box.list(choice, 1);
  const text = total === 0 ? 'Nothing is dead.\n' : `${total} dead letters would be replayed; --yes does it.\n`;
  return { text: asJson ? `${JSON.stringify({ total, replayed: 0 })}\n` : text, code: 0 };
}

async function replay(box: DeadBox, asked: Asked): Promise<Answer> {
  if (asked.ids.length === 0 && !asked.isSure) return countOnly(box, asked);
  const letters = await box.replay(asked.choice, asked.ids);
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

function readAsked(args: readonly string[], env: Terminal['env']) {
  const { values, positionals } = parseFlags('dead', args, {
    ...DESK_FLAGS,
    source: { type: 'string' },
    limit: { type: 'string' },
    all: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
  });
  const [name, ...ids] = positionals;
  const { source } = values;
  const tenant = readTenantName(values.tenant, env);
  if (name === undefined) throw usage('say what to do with dead letters: list or replay');
  const part = PARTS.find((candidate) => candidate === name);
  if (!part) throw refuseUnknown('part of dead', name, PARTS, 'copydesk dead --help');
  if (part === 'list' && ids.length > 0) throw usage(`list takes no ids: ${ids[0]}`);
  const isChoice = values.all || values.tenant !== undefined || source !== undefined;
  if (part === 'replay' && !isChoice && ids.length === 0) throw usage('say which: ids, --all, --source or --tenant');
  if (values.all && ids.length > 0) throw usage('either ids or --all');
  const choice = { ...(tenant !== undefined && { tenant }), ...(source !== undefined && { source }) };
  const asked: Asked = { choice, ids, limit: readLimit(values.limit), asJson: values.json, isSure: values.yes };
  return { part, asked, values };
}

function openStoreBox(pool: SqlPool, config: Config): DeadBox {
  return {
    list: (choice, limit) => listDead(pool, choice, limit),
    replay: (choice, ids) => replayChosen(pool, openStoreLog(config), choice, ids),
  };
}

async function withBox<T>(values: DeskValues, env: Terminal['env'], work: (box: DeadBox) => Promise<T>): Promise<T> {
  if (namesRunningDesk(values, env)) return work(openDeskBox(readDeskAddress(values, env)));
  const config = readStoreSettings(values.data, env, ASK_RUNNING);
  try {
    const store = await openStore(config.store, () => undefined);
    return await work(openStoreBox(store.pool, config)).finally(store.close);
  } catch (error) {
    throw toDeskError(error);
  }
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { part, asked, values } = readAsked(args, terminal.env);
  const { text, code } = await withBox(values, terminal.env, (box) => (part === 'list' ? list(box, asked) : replay(box, asked)));
  await writeOut(terminal.stdout, text);
  return code;
}

/** `copydesk dead`: what could not be moderated or delivered, and another try for it. */
export const dead: Command = {
  name: 'dead',
  summary: 'list what could not be moderated or delivered, and try it again',
  help: DEAD_HELP,
  run,
};
