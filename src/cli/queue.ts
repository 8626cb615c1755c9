import type { Config } from '../service/config.ts';
import { countWaiting } from '../service/queue/count-waiting.ts';
import { openTransport } from '../service/queue/open-transport.ts';
import { readQueueStatus } from '../service/queue/read-queue-status.ts';
import type { ModerationQueue } from '../service/queue/transport.ts';
import { rebuildQueue } from '../service/relay/rebuild-queue.ts';
import { openStore } from '../service/store/open-store.ts';
import type { SqlPool } from '../service/store/sql-pool.ts';
import { openStoreLog } from './access/open-store-log.ts';
import { readStoreSettings } from './access/read-store-settings.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { parseFlags } from './parse-flags.ts';
import { drawQueueStatus } from './queue/draw-queue-status.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { toServerError } from './to-server-error.ts';
import { writeOut } from './write-out.ts';

const HELP = `copydesk queue: how the queue stands, and how to fill it again

Usage: copydesk queue <status|rebuild> [options]

  status    articles by where they stand, the age of the oldest on its way, and the jobs on the transport
  rebuild   after the transport has lost its jobs (an emptied Redis): puts what the store knows back on
            it at once. Running relays find lost jobs too, within seconds; nothing is moderated twice.

Options:
  --json          one JSON object on standard output
  --data FOLDER   where the embedded store lies (default: .copydesk, or COPYDESK_DATA); the desk must not run
  --help          this text

Store and transport are those of the settings, DATABASE_URL and REDIS_URL, or the embedded store, if it is there. No desk
is asked: COPYDESK_URL does not count here.

Exit code: 0   64 usage   74 a server went away   78 a setting or a server that cannot be used
`;

const ELSEWHERE = 'a desk that runs tells of its queue in its metrics';

const PARTS = ['status', 'rebuild'] as const;
type Part = (typeof PARTS)[number];

/** As many as a full window of the largest desk: the relays take it from there. */
const WINDOW = 1000;

interface Opened {
  readonly pool: SqlPool;
  readonly queue: ModerationQueue;
}

async function withQueue(config: Config, work: (opened: Opened) => Promise<string>): Promise<string> {
  const store = await openStore(config.store, () => undefined, 'patient');
  try {
    const transport = await openTransport(config, store.pool, () => undefined);
    return await work({ pool: store.pool, queue: transport.queue }).finally(transport.close);
  } finally {
    await store.close();
  }
}

async function showStatus({ pool, queue }: Opened, asJson: boolean): Promise<string> {
  const status = await readQueueStatus(pool, queue);
  return asJson ? `${JSON.stringify(status)}\n` : drawQueueStatus(status);
}

async function rebuild({ pool, queue }: Opened, config: Config, asJson: boolean): Promise<string> {
  const { lost, added } = await rebuildQueue(pool, queue, openStoreLog(config), WINDOW);
  const waiting = await countWaiting(pool);
  if (asJson) return `${JSON.stringify({ lost, added, waiting })}\n`;
  return `${lost} articles had lost their jobs; ${added} were put on the transport; ${waiting} wait for room on it.\n`;
}

function readPart(positionals: readonly string[]): Part {
  const [name, extra] = positionals;
  if (name === undefined)
    throw new CliError('say what to do with the queue: status or rebuild (see copydesk queue --help)', EXIT.usage);
  const part = PARTS.find((candidate) => candidate === name);
  if (!part) throw refuseUnknown('part of queue', name, PARTS, 'copydesk queue --help');
  if (extra !== undefined) throw new CliError(`${extra} is too many (see copydesk queue --help)`, EXIT.usage);
  return part;
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseFlags('queue', args, {
    json: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  const part = readPart(positionals);
  const config = readStoreSettings(values.data, terminal.env, ELSEWHERE);
  try {
    const work = (opened: Opened) => (part === 'status' ? showStatus(opened, values.json) : rebuild(opened, config, values.json));
    await writeOut(terminal.stdout, await withQueue(config, work));
    return 0;
  } catch (error) {
    throw toServerError(error);
  }
}

/** `copydesk queue`: how the queue stands, and how to fill it again. */
export const queue: Command = {
  name: 'queue',
  summary: 'see how the queue stands, and fill it again from the store',
  help: HELP,
  run,
};
