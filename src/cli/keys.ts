import { SCOPES } from '../service/access/api-key.ts';
import type { Ask } from './access/ask.ts';
import { drawRows } from './access/draw-rows.ts';
import { DESK_FLAGS, DESK_HELP, withDesk } from './access/with-desk.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { parseFlags } from './parse-flags.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { writeText } from './write-text.ts';

const HELP = `copydesk keys: API keys of a tenant or of operators

Usage: copydesk keys <create|list|revoke|rotate> [options]

  create NAME       make a key and show it, this once
  list              keys with their scopes and ends, without secrets
  revoke ID         end a key, within a few seconds
  rotate ID         make a key in the place of another, which works on for a while

Options:
  --tenant NAME     whose keys (default: default)
  --operator        the operators' keys, which work for all tenants
  --scopes LIST     create: separated by commas, of ${SCOPES.join(', ')} (default: submit,read)
  --expires TIME    create: when it ends, such as 2027-01-01T00:00:00Z (default: never)
  --overlap SECONDS rotate: how long the old key works on (default: 86400)
${DESK_HELP}
`;

const PARTS = ['create', 'list', 'revoke', 'rotate'] as const;
type Part = (typeof PARTS)[number];

interface KeyFlags {
  readonly tenant?: string | undefined;
  readonly operator: boolean;
  readonly scopes: string;
  readonly expires?: string | undefined;
  readonly overlap?: string | undefined;
  readonly json: boolean;
}

const COLUMNS = ['id', 'tenant', 'name', 'scopes', 'createdAt', 'expiresAt', 'revokedAt'];

type Answer = Readonly<Record<string, unknown>>;

function askFor(part: Part, argument: string, flags: KeyFlags, ask: Ask): Promise<Answer> {
  const to = flags.tenant === undefined ? {} : { tenant: flags.tenant };
  const query = new URLSearchParams(flags.operator ? { operators: 'true' } : {});
  const id = encodeURIComponent(argument);
  switch (part) {
    case 'create': {
      const body = {
        ...{ name: argument, scopes: flags.scopes.split(','), isOperator: flags.operator },
        ...(flags.expires !== undefined && { expiresAt: flags.expires }),
      };
      return ask({ ...to, method: 'POST', path: '/v1/keys', body });
    }
    case 'list':
      return ask({ ...to, method: 'GET', path: `/v1/keys?${query}` });
    case 'revoke':
      return ask({ ...to, method: 'DELETE', path: `/v1/keys/${id}?${query}` });
    case 'rotate':
      if (flags.overlap !== undefined) query.set('overlapSeconds', flags.overlap);
      return ask({ ...to, method: 'POST', path: `/v1/keys/${id}/rotate?${query}` });
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
  const answer = await withDesk(values, terminal, (ask) => askFor(part, argument, values, ask));
  await writeText(terminal.stdout, values.json ? `${JSON.stringify(answer)}\n` : draw(part, answer));
  return 0;
}

export const keys: Command = {
  name: 'keys',
  summary: 'make, list, exchange and end API keys',
  help: HELP,
  run,
};
