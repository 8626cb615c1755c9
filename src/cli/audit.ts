import type { KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readTenant } from '../service/access/tenant.ts';
import { parseAuditKey } from '../service/audit/audit-key.ts';
import { type AuditReport, AuditVerifier } from '../service/audit/audit-verifier.ts';
import { exportAudit } from '../service/audit/export-audit.ts';
import { openSigner } from '../service/audit/open-signer.ts';
import { readTenantName } from './access/desk-address.ts';
import { readStoreSettings } from './access/read-store-settings.ts';
import { withStore } from './access/with-store.ts';
import { openOutput } from './check/open-output.ts';
import { splitByteLines } from './check/split-byte-lines.ts';
import { toFileFault } from './check/to-file-fault.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { parseFlags } from './parse-flags.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { readTime } from './report/read-time.ts';
import { writeOut } from './write-out.ts';

const HELP = `copydesk audit: who did what, in a form that can be checked

Usage: copydesk audit export [options]
       copydesk audit verify FILE [--key KEY]
       copydesk audit key

  export    every event of a tenant's articles, people and settings, one JSON value a line, with
            the chain of hashes that each belongs to. People stand in it by their ids, never by
            name.
  verify    checks an export (- for standard input) without a desk: every link of every chain,
            where each chain ends, and the manifest. Names the lines that are broken. Without the
            key of the desk it says what it could not check.
  key       prints the public key of the desk, which signs each export: keep it where the
            store is not

Options of export:
  --tenant NAME     (default: COPYDESK_TENANT, or default)
  --since TIME      events of this time or later, ISO 8601 or so long ago (2h, 7d) (default: all)
  --until TIME      events before this time, in the same form (default: now)
  --output FILE     (default: standard output)
  --data FOLDER     where the embedded store lies (default: .copydesk, or COPYDESK_DATA); the
                    desk must not run

Options of verify:
  --key KEY         the public key of the desk that made the export

Options:
  --json          of verify: one JSON object on standard output
  --help          this text

Export and key open the store themselves: DATABASE_URL, or the embedded store, if it is there.
Admins also get it from a desk that runs: GET /v1/desk/audit. Without the key nobody can write an
export that verify --key takes for the desk's. Whoever can read the store has the key, and can
make chains anew from their beginning: keep the hash that verify prints in another place. Each
export is an event with its hash, so that a later export vouches for the earlier ones.

Exit code: 0 whole   1 broken   64 usage   65 no such tenant   66 no such file
  74 a file or server failed   78 a setting that cannot be used
`;

const PARTS = ['export', 'verify', 'key'] as const;
/** In events this stands for whoever has the store. */
const BY = 'cli';
/** An event's data are a few ids and words. */
const MOST_LINE_BYTES = 1_048_576;
const EXIT_BROKEN = 1;

const ELSEWHERE = 'a desk that runs gives the same at GET /v1/desk/audit';

const FLAGS = {
  tenant: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  output: { type: 'string' },
  key: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseFlags<typeof FLAGS>>['values'];

function exportTo(values: Values, terminal: Terminal): Promise<number> {
  const tenant = readTenantName(values.tenant, terminal.env) ?? 'default';
  const now = Date.now();
  const since = new Date(readTime('since', values.since, now) ?? 0);
  const until = new Date(readTime('until', values.until, now) ?? now);
  const config = readStoreSettings(values.data, terminal.env, ELSEWHERE);
  return withStore(config, ELSEWHERE, async (pool) => {
    if (!(await readTenant(pool, tenant))) throw new CliError(`there is no tenant ${tenant}`, EXIT.data);
    const output = await openOutput(values.output, terminal.stdout);
    try {
      const asked = { tenant, since, until, withCommon: true, by: BY };
      for await (const text of exportAudit(pool, asked)) await output.write(text);
      await output.finish();
      return 0;
    } finally {
      await output.abandon();
    }
  });
}

function printKey(values: Values, terminal: Terminal): Promise<number> {
  return withStore(readStoreSettings(values.data, terminal.env, ELSEWHERE), ELSEWHERE, async (pool) => {
    const { key } = await openSigner(pool);
    await writeOut(terminal.stdout, values.json ? `${JSON.stringify({ key })}\n` : `${key}\n`);
    return 0;
  });
}

function readKey(text: string | undefined): KeyObject | undefined {
  if (text === undefined) return undefined;
  const key = parseAuditKey(text);
  if (!key) throw new CliError('--key needs what copydesk audit key prints: ed25519: and 43 characters', EXIT.usage);
  return key;
}

async function verify(file: string, key: KeyObject | undefined, { stdin }: Terminal): Promise<AuditReport> {
  const verifier = new AuditVerifier(key);
  try {
    for await (const line of splitByteLines(file === '-' ? stdin : createReadStream(file), MOST_LINE_BYTES)) {
      if ('bytes' in line) verifier.read(line.bytes);
      else verifier.skip();
    }
  } catch (error) {
    const { message, exitCode } = toFileFault(file, error);
    throw new CliError(`${file}: ${message}`, exitCode);
  }
  return verifier.finish();
}

function drawReport({ about, chains, events, sha256, key, unchecked, faults, faultCount }: AuditReport): string {
  const what = about ? `${about.tenant} from ${about.since} to ${about.until}: ` : '';
  const counts = `${what}${chains} chains, ${events} events\n`;
  const open = unchecked.map((what) => `not checked: ${what}\n`).join('');
  if (faultCount === 0) return `whole: ${counts}sha256 ${sha256}\n${open === '' ? `signed by ${key}\n` : open}`;
  const more = faultCount > faults.length ? `and ${faultCount - faults.length} more\n` : '';
  return `broken: ${counts}${faults.map(({ line, message }) => `line ${line}: ${message}\n`).join('')}${more}`;
}

async function report(file: string, values: Values, terminal: Terminal): Promise<number> {
  const found = await verify(file, readKey(values.key), terminal);
  await writeOut(terminal.stdout, values.json ? `${JSON.stringify(found)}\n` : drawReport(found));
  return found.faultCount === 0 ? 0 : EXIT_BROKEN;
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseFlags('audit', args, FLAGS);
  const [name, file, extra] = positionals;
  const hint = '(see copydesk audit --help)';
  if (name === undefined) throw new CliError(`say what to do: export, verify or key ${hint}`, EXIT.usage);
  const part = PARTS.find((candidate) => candidate === name);
  if (!part) throw refuseUnknown('part of audit', name, PARTS, 'copydesk audit --help');
  const excess = part === 'verify' ? extra : file;
  if (excess !== undefined) throw new CliError(`${excess} is too many ${hint}`, EXIT.usage);
  if (part === 'export') return await exportTo(values, terminal);
  if (part === 'key') return await printKey(values, terminal);
  if (file === undefined) throw new CliError(`audit verify needs a file ${hint}`, EXIT.usage);
  return await report(file, values, terminal);
}

/** `copydesk audit`: who did what, in a form that can be checked. */
export const audit: Command = {
  name: 'audit',
  summary: 'export who did what, and check such an export',
  help: HELP,
  run,
};
