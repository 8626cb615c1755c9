import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { revealControls } from '../moderation/report/reveal-controls.ts';
import { type Config, SETTING_NAMES } from '../service/config.ts';
import { type Desk, openDesk } from '../service/open-desk.ts';
import { INVITATION_HOURS } from '../service/people/accept-invitation.ts';
import { untilStopped } from '../service/process/until-stopped.ts';
import { ROLES, type Role } from '../service/roles.ts';
import { toStoreError } from '../service/store/to-store-error.ts';
import { logFile } from '../service/telemetry/log-file.ts';
import { openLog } from '../service/telemetry/open-log.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { parseFlags } from './parse-flags.ts';
import { readSettings } from './read-settings.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { moderateFiles } from './serve/moderate-files.ts';
import { toStartError } from './to-start-error.ts';
import { writeOut } from './write-out.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

const HELP = `copydesk serve: run the desk, which takes articles in, queues, moderates and stores them

Usage: copydesk serve [options] [file|folder] ...

  Articles come in over HTTP and are moderated in worker threads. Files and folders that are named are put through the
  queue first, and a report of each is printed. The same article again is not moderated again: its stored result is
  shown.

Options:
  --examples      put the example articles through the queue
  --once          stop when the named articles are done
  --role LIST     roles of this process, separated by commas: ${ROLES.join(', ')} (default: all)
  --data FOLDER   where the embedded store lies (default: .copydesk, or COPYDESK_DATA)
  --help          this text

Modes, chosen by the environment:
  nothing set                  embedded: store and queue in FOLDER, nothing else needed
  DATABASE_URL                 store and queue on PostgreSQL
  DATABASE_URL and REDIS_URL   store on PostgreSQL, queue on Redis or Valkey

Settings, which docs/operators.md explains, from the environment:
${SETTING_NAMES.map((name) => `  ${name}`).join('\n')}
  OTEL_EXPORTER_OTLP_ENDPOINT   traces, with the other variables of OpenTelemetry

Exit code:
  0 stopped as asked
  64 usage   66 no such file   70 an article could not be moderated
  75 stopped before the articles of --once were done
  78 a setting, a rule, a model or a server that cannot be used
`;

const STOPPED = 'stopped before all articles were done. What was taken in is kept; run the command again to see it';

function isRole(name: string): name is Role {
  return ROLES.some((role) => role === name);
}

function parseRoles(list: string | undefined): readonly Role[] {
  if (list === undefined) return ROLES;
  return list.split(',').map((name) => {
    if (isRole(name)) return name;
    throw refuseUnknown('role', name, ROLES, 'copydesk serve --help');
  });
}

/** People read reports on standard output; then the log goes to a file beside the data. */
function logTarget(config: Config, terminal: Terminal, isReporting: boolean): string {
  return config.log ?? (isReporting || terminal.isStdoutTty ? logFile(config.dataFolder) : 'stdout');
}

async function open(config: Config, roles: readonly Role[], target: string): Promise<Desk> {
  try {
    return await openDesk(config, roles, openLog(target, config.logLevel, config.logFormat));
  } catch (error) {
    throw toStartError(error);
  }
}

/** To standard error: standard output may be the log, and neither a key nor the link of an admin has a place there. */
function describeFirst({ firstKey, firstAdminUrl }: Desk): string {
  const key = `The operator's key, shown this once: ${firstKey}\nMore keys: copydesk keys create --help\n`;
  const admin = `The desk's first admin, once and within ${INVITATION_HOURS} hours: ${firstAdminUrl}\nMore people: copydesk people --help\n`;
  return (firstKey === undefined ? '' : key) + (firstAdminUrl === undefined ? '' : admin);
}

function describeDesk(config: Config, roles: readonly Role[], target: string, url: string | undefined): string {
  const store = config.store.kind === 'embedded' ? config.store.folder : 'PostgreSQL';
  const queue = config.queue.kind === 'redis' ? 'Redis' : 'the same store';
  return `The desk is up (${config.mode}): roles ${roles.join(', ')}; store ${store}; queue on ${queue}; log ${target}${url === undefined ? '' : `; the page for people ${url}/desk/, the API on ${url} (explained on ${url}/docs)`}. Ctrl-C stops it.\n`;
}

/** A desk that stays up must not begin with files that are not there: its first lines would be about them. */
function refuseMissing(names: readonly string[]): void {
  const missing = names.find((name) => name !== '-' && !existsSync(name));
  if (missing !== undefined) throw new CliError(`${revealControls(missing)}: no such file or folder`, EXIT.noInput);
}

/** A store that goes away in between loses nothing that was accepted. */
async function moderateNamed(...call: Parameters<typeof moderateFiles>): Promise<number> {
  try {
    return await moderateFiles(...call);
  } catch (error) {
    const known = toStartError(toStoreError(error));
    if (!(known instanceof CliError)) throw known;
    throw new CliError(`${known.message}. What was taken in is kept; run the command again to see it.`, EXIT.io);
  }
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseFlags('serve', args, {
    examples: { type: 'boolean' },
    once: { type: 'boolean' },
    role: { type: 'string' },
    data: { type: 'string' },
  });
  // Whoever only puts articles through has no use for an address, which another desk may hold.
  const roles = parseRoles(values.role).filter((role) => role !== 'api' || !values.once);
  const examples = values.examples ? [{ path: EXAMPLES, label: 'examples' }] : [];
  const paths = [...examples, ...positionals.map((path) => ({ path }))];
  if (values.once && paths.length === 0) throw new CliError('--once needs --examples or files to moderate', EXIT.usage);
  if (values.data === '') throw new CliError('--data needs a folder', EXIT.usage);
  if (!values.once) refuseMissing(positionals);
  const config = readSettings(values.data === undefined ? terminal.env : { ...terminal.env, COPYDESK_DATA: values.data });
  const target = logTarget(config, terminal, paths.length > 0);
  const desk = await open(config, roles, target);
  const stopped = untilStopped();
  try {
    await writeOut(terminal.stderr, describeFirst(desk) + desk.warnings.map((one) => `${one}\n`).join(''));
    const code = await moderateNamed(desk, paths, terminal, stopped.signal);
    if (values.once && stopped.signal.aborted) throw new CliError(STOPPED, EXIT.stopped);
    if (values.once || stopped.signal.aborted) return code;
    if (target !== 'stdout') await writeOut(terminal.stdout, describeDesk(config, roles, target, desk.url));
    await stopped.wait;
    return 0;
  } finally {
    await desk.close();
    stopped.dispose();
  }
}

export const serve: Command = {
  name: 'serve',
  summary: 'run the desk: take articles in, queue, moderate and store them',
  help: HELP,
  run,
};
