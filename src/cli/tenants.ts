import type { Ask } from './access/ask.ts';
import { DESK_FLAGS, DESK_HELP, withDesk } from './access/with-desk.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { drawRows } from './draw-rows.ts';
import { parseFlags } from './parse-flags.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { writeOut } from './write-out.ts';

const HELP = `copydesk tenants: publishers with their webhooks and limits

Usage: copydesk tenants <create|list|set> [options]

  create NAME       make a tenant
  list              every tenant with its limits
  set NAME          change what the options name; the rest stays

Options of set ("none" takes a value away):
  --webhook URL     where decisions are sent; the first one gets a secret, which is shown once
  --secret HOW      add: a new secret beside the newest one; replace: the new one alone
  --rate NUMBER     articles a second on the average
  --burst NUMBER    articles at once
  --weight NUMBER   share of the workers while several tenants wait, 1 to 100
  --retention DAYS  after which content is purged
  --share YES|NO    whether its paragraphs may be compared with those of other tenants
                    that allow it too

Options:
${DESK_HELP}
`;

const PARTS = ['create', 'list', 'set'] as const;
type Part = (typeof PARTS)[number];
type Answer = Readonly<Record<string, unknown>>;

const COLUMNS = ['id', 'webhookUrl', 'webhookSecrets', 'ratePerSecond', 'burst', 'weight', 'retentionDays', 'sharesFingerprints'];

const SET_FLAGS = {
  webhook: { type: 'string' },
  secret: { type: 'string' },
  rate: { type: 'string' },
  burst: { type: 'string' },
  weight: { type: 'string' },
  retention: { type: 'string' },
  share: { type: 'string' },
} as const;

type SetFlags = { readonly [Name in keyof typeof SET_FLAGS]?: string | undefined };

/** What takes a value away: the desk's default counts again, or content is kept. A weight and a share are always some. */
const NONE = 'none';

interface Limit {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly hasNone: boolean;
}

const LIMITS = {
  rate: { least: 0.001, most: 1_000_000, isWhole: false, hasNone: true },
  burst: { least: 1, most: 10_000_000, isWhole: true, hasNone: true },
  weight: { least: 1, most: 100, isWhole: true, hasNone: false },
  retention: { least: 1, most: 36_500, isWhole: true, hasNone: true },
} as const satisfies Readonly<Record<string, Limit>>;

function readNumber(flag: keyof typeof LIMITS, value: string): number {
  const { least, most, isWhole, hasNone } = LIMITS[flag];
  const number = /^\d{1,9}(?:\.\d{1,9})?$/u.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most && (!isWhole || Number.isInteger(number))) return number;
  const kind = `${isWhole ? 'a whole number' : 'a number'} from ${least} to ${most}`;
  throw new CliError(`--${flag} needs ${kind}${hasNone ? ', or none' : ''}`, EXIT.usage);
}

function readSecret(value: string): 'add' | 'replace' {
  if (value === 'add' || value === 'replace') return value;
  throw new CliError('--secret needs add or replace', EXIT.usage);
}

function toShare(value: string): boolean {
  if (value === 'yes' || value === 'no') return value === 'yes';
  throw new CliError('--share needs yes or no', EXIT.usage);
}

/** A number that the flag names, or null where it may take one away; nothing when it is left out. */
function nullable<Name extends string>(name: Name, flag: 'rate' | 'burst' | 'retention', value: string | undefined) {
  if (value === undefined) return {};
  return { [name]: value === NONE ? null : readNumber(flag, value) } as { readonly [Key in Name]: number | null };
}

/** The change that the flags ask for; what is not named is left out. Throws `CliError`. */
function readChange(flags: SetFlags) {
  const { webhook, secret, rate, burst, weight, retention, share } = flags;
  const options = Object.keys(SET_FLAGS).map((name) => `--${name}`);
  if (Object.values(flags).every((value) => value === undefined))
    throw new CliError(`tenants set changes what an option names: ${options.join(', ')}`, EXIT.usage);
  return {
    ...(webhook !== undefined && { webhookUrl: webhook === NONE ? null : webhook }),
    ...(secret !== undefined && { newWebhookSecret: readSecret(secret) }),
    ...nullable('ratePerSecond', 'rate', rate),
    ...nullable('burst', 'burst', burst),
    ...(weight !== undefined && { weight: readNumber('weight', weight) }),
    ...nullable('retentionDays', 'retention', retention),
    ...(share !== undefined && { sharesFingerprints: toShare(share) }),
  };
}

async function listAll(ask: Ask): Promise<object> {
  const tenants: object[] = [];
  for (let after = ''; ; ) {
    const page = await ask('listTenants', { query: { limit: 200, after } });
    tenants.push(...page.tenants);
    if (page.next === null) return { tenants };
    after = page.next;
  }
}

/** Checks the flags and gives the question. Throws `CliError`. */
function readQuestion(part: Part, id: string, flags: SetFlags): (ask: Ask) => Promise<object> {
  switch (part) {
    case 'create':
      return (ask) => ask('createTenant', { body: { id } });
    case 'list':
      return listAll;
    case 'set': {
      const body = readChange(flags);
      return (ask) => ask('changeTenant', { body });
    }
    default:
      return part satisfies never;
  }
}

function draw(part: Part, answer: Answer): string {
  if (part === 'list') return drawRows(answer.tenants as readonly Answer[], COLUMNS);
  const secret =
    answer.webhookSecret === undefined ? '' : `The webhook's secret, shown this once: ${String(answer.webhookSecret)}\n`;
  return `${drawRows([answer], COLUMNS)}${secret}`;
}

function readPart([name, id, extra]: readonly string[]): readonly [Part, string] {
  const known = `${PARTS.join(', ')} (see copydesk tenants --help)`;
  if (name === undefined) throw new CliError(`say what to do with tenants: ${known}`, EXIT.usage);
  const part = PARTS.find((candidate) => candidate === name);
  if (!part) throw refuseUnknown('part of tenants', name, PARTS, 'copydesk tenants --help');
  if (part !== 'list' && !id)
    throw new CliError(`tenants ${part} needs the id of a tenant (see copydesk tenants --help)`, EXIT.usage);
  const excess = part === 'list' ? id : extra;
  if (excess !== undefined) throw new CliError(`${excess} is too many (see copydesk tenants --help)`, EXIT.usage);
  return [part, id ?? ''];
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { tenant: _, ...flags } = DESK_FLAGS;
  const { values, positionals } = parseFlags('tenants', args, { ...flags, ...SET_FLAGS });
  const [part, id] = readPart(positionals);
  const { webhook, secret, rate, burst, weight, retention, share } = values;
  const question = readQuestion(part, id, { webhook, secret, rate, burst, weight, retention, share });
  const answer: Answer = { ...(await withDesk(values, part === 'set' ? id : undefined, terminal, question)) };
  await writeOut(terminal.stdout, values.json ? `${JSON.stringify(answer)}\n` : draw(part, answer));
  return 0;
}

export const tenants: Command = {
  name: 'tenants',
  summary: 'make tenants, and set their webhooks and limits',
  help: HELP,
  run,
};
