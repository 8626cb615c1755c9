import { hostname } from 'node:os';
import { ConfigError } from '../service/config/config-error.ts';
import { readConfig } from '../service/config.ts';
import { readHeartbeat } from '../service/process/read-heartbeat.ts';
import { ROLES } from '../service/roles.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { parseFlags } from './parse-flags.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { systemCode } from './system-code.ts';
import { writeOut } from './write-out.ts';

const HELP = `copydesk health: whether a process of this host is alive

Usage: copydesk health --role ROLE [--seconds N]

  Every process of a desk writes into the store every five seconds that it is up. This looks for
  the last such sign of the role (${ROLES.join(', ')}) on this host. It needs no port, so it
  serves as the health check of a container. Settings: DATABASE_URL. The API has GET /healthz too.

Options:
  --role ROLE    the role to look for
  --seconds N    how old the last sign may be (30)
  --help         this text

Exit code: 0 alive   1 not   64 usage   78 a setting that cannot be used
`;

const DEFAULT_SECONDS = '30';
const NOT_ALIVE = 1;

function readSeconds(value: string): number {
  if (/^[1-9]\d{0,4}$/u.test(value)) return Number(value);
  throw new CliError('--seconds is a whole number from 1 to 99999', EXIT.usage);
}

function readRole(value: string | undefined): string {
  if (value === undefined) throw new CliError('name the role with --role (see copydesk health --help)', EXIT.usage);
  if (ROLES.some((role) => role === value)) return value;
  throw refuseUnknown('role', value, ROLES, 'copydesk health --help');
}

function readDatabaseUrl(env: Terminal['env']): string {
  try {
    const { store } = readConfig(env);
    if (store.kind === 'postgres') return store.url;
  } catch (error) {
    if (error instanceof ConfigError) throw new CliError(error.message, EXIT.config);
    throw error;
  }
  throw new CliError('the embedded store is open to its own process only: ask its API, GET /healthz', EXIT.config);
}

/** The fault of a database is told by its code: its message may hold the address. */
async function judge(url: string, role: string, seconds: number): Promise<{ readonly isAlive: boolean; readonly word: string }> {
  const host = hostname();
  try {
    const age = await readHeartbeat(url, role, host);
    if (age === undefined) return { isAlive: false, word: `no ${role} has been seen on ${host}` };
    return { isAlive: age <= seconds, word: `the ${role} on ${host} was seen ${age.toFixed(1)} s ago` };
  } catch (error) {
    return { isAlive: false, word: `the store cannot be asked (${systemCode(error) || 'no answer'})` };
  }
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseFlags('health', args, {
    role: { type: 'string' },
    seconds: { type: 'string', default: DEFAULT_SECONDS },
  });
  if (positionals.length > 0) throw new CliError('health takes no files (see copydesk health --help)', EXIT.usage);
  const role = readRole(values.role);
  const seconds = readSeconds(values.seconds);
  const { isAlive, word } = await judge(readDatabaseUrl(terminal.env), role, seconds);
  await writeOut(terminal.stdout, `${word}\n`);
  return isAlive ? 0 : NOT_ALIVE;
}

/** `copydesk health`: the health check of a container that listens on no port. */
export const health: Command = {
  name: 'health',
  summary: 'see whether a process of this host is alive, as the health check of a container',
  help: HELP,
  run,
};
