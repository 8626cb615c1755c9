import { z } from 'zod';
import { SCOPES } from '../service/access/api-key.ts';
import type { Ask } from './access/ask.ts';
import { readTenantName } from './access/desk-address.ts';
import { DESK_FLAGS, DESK_HELP, withDesk } from './access/with-desk.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { drawRows } from './draw-rows.ts';
import { parseFlags } from './parse-flags.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { writeOut } from './write-out.ts';

const HELP = `copydesk keys: API keys of a tenant or of operators

Usage: copydesk keys <create|list|revoke|rotate> [options]

  create NAME       make a key and show it, this once
  list              keys with their scopes and ends, without secrets
  revoke ID         end a key, within a few seconds
  rotate ID         make a key in the place of another, which works on for a while

Options:
  --tenant NAME     whose keys, or COPYDESK_TENANT (default: that of the key, or default)
  --operator        the operators' keys, which work for all tenants
  --scopes LIST     create: separated by commas, of ${SCOPES.join(', ')}
                    (default: submit,read)
  --expires TIME    create: when it ends, such as 2027-01-01T00:00:00Z (default: never)
  --overlap SECONDS rotate: how long the old key works on (default: 86400)
${DESK_HELP}
`;

const PARTS = ['create', 'list', 'revoke', 'rotate'] as const;
type Part = (typeof PARTS)[number];

interface KeyFlags {
  readonly operator: boolean;
  readonly scopes: string;
  readonly expires?: string | undefined;
  readonly overlap?: string | undefined;
}

const COLUMNS = ['id', 'tenant', 'name', 'scopes', 'createdAt', 'expiresAt', 'revokedAt'];
const MAX_OVERLAP = 2_592_000;

type Answer = Readonly<Record<string, unknown>>;

function readScopes(list: string) {
  return list.split(',').map((name) => {
    const scope = SCOPES.find((known) => known === name.trim());
    if (scope) return scope;
    throw refuseUnknown('scope', name, SCOPES, 'copydesk keys --help');
  });
}

function readOverlap(value: string | undefined): { readonly overlapSeconds?: number } {
  if (value === undefined) return {};
  if (/^\d{1,7}$/u.test(value) && Number(value) <= MAX_OVERLAP) return { overlapSeconds: Number(value) };
  throw new CliError(`--overlap needs a whole number of seconds from 0 to ${MAX_OVERLAP}`, EXIT.usage);
}

function readExpires(value: string | undefined): { readonly expiresAt?: string } {
  if (value === undefined) return {};
  if (z.iso.datetime({ offset: true }).safeParse(value).success) return { expiresAt: value };
  throw new CliError('--expires needs a time such as 2027-01-01T00:00:00Z', EXIT.usage);
}

/** Checks the flags and gives the question. Throws `CliError`. */
function readQuestion(part: Part, argument: string, flags: KeyFlags): (ask: Ask) => Promise<object> {
  const query = flags.operator ? { operators: 'true' } : {};
  const [path, overlap] = [{ id: argument }, readOverlap(flags.overlap)];
  const isOperator = flags.operator;
  const body = { name: argument, scopes: readScopes(flags.scopes), isOperator, ...readExpires(flags.expires) };
  switch (part) {
    case 'create':
      return (ask) => ask('createKey', { body });
    case 'list':
      return (ask) => ask('listKeys', { query });
    case 'revoke':
      return (ask) => ask('revokeKey', { path, query });
    case 'rotate':
      return (ask) => ask('rotateKey', { path, query: { ...query, ...overlap } });
    default:
      return part satisfies never;
  }
}

function draw(part: Part, answer: Answer): string {
  if (part === 'list') return drawRows(answer.keys as readonly Answer[], COLUMNS);
  const table = drawRows([answer], COLUMNS);
  if (answer.key === undefined) return table;
  const old =
    answer.oldExpiresAt === undefined ? '' : `The key ${String(answer.replaces)} works until ${String(answer.oldExpiresAt)}.\n`;
  return `${table}${old}The key, shown this once: ${String(answer.key)}\n`;
}

function readPart([name, argument, extra]: readonly string[]): readonly [Part, string] {
  const known = `${PARTS.join(', ')} (see copydesk keys --help)`;
  if (name === undefined) throw new CliError(`say what to do with keys: ${known}`, EXIT.usage);
  const part = PARTS.find((candidate) => candidate === name);
  if (!part) throw refuseUnknown('part of keys', name, PARTS, 'copydesk keys --help');
  const needed = part === 'list' ? undefined : part === 'create' ? 'a name' : 'the id of a key';
  if (needed !== undefined && !argument)
    throw new CliError(`keys ${part} needs ${needed} (see copydesk keys --help)`, EXIT.usage);
  const excess = needed === undefined ? argument : extra;
  if (excess !== undefined) throw new CliError(`${excess} is too many (see copydesk keys --help)`, EXIT.usage);
  return [part, argument ?? ''];
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseFlags('keys', args, {
    ...DESK_FLAGS,
    operator: { type: 'boolean', default: false },
    scopes: { type: 'string', default: 'submit,read' },
    expires: { type: 'string' },
    overlap: { type: 'string' },
  });
  const [part, argument] = readPart(positionals);
  const question = readQuestion(part, argument, values);
  const answer: Answer = { ...(await withDesk(values, readTenantName(values.tenant, terminal.env), terminal, question)) };
  await writeOut(terminal.stdout, values.json ? `${JSON.stringify(answer)}\n` : draw(part, answer));
  return 0;
}

export const keys: Command = {
  name: 'keys',
  summary: 'make, list, exchange and end API keys',
  help: HELP,
  run,
};
