import type { Ask } from './access/ask.ts';
import { drawRows } from './access/draw-rows.ts';
import { DESK_FLAGS, DESK_HELP, withDesk } from './access/with-desk.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { parseFlags } from './parse-flags.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { writeText } from './write-text.ts';

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
  --share YES|NO    whether its paragraphs may be compared with those of other tenants that allow it too

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

function toNumber(flag: string, value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) throw new CliError(`--${flag} needs a number, or none`, EXIT.usage);
  return number;
}

function toShare(value: string): boolean {
  if (value === 'yes' || value === 'no') return value === 'yes';
  throw new CliError('--share needs yes or no', EXIT.usage);
}

/** The change that the flags ask for; what is not named is left out. */
function toChange({ webhook, secret, rate, burst, weight, retention, share }: SetFlags): object {
  const number = (name: string, flag: string, value: string | undefined) =>
    value === undefined ? {} : { [name]: value === 'none' ? null : toNumber(flag, value) };
  return {
    ...(webhook !== undefined && { webhookUrl: webhook === 'none' ? null : webhook }),
    ...(secret !== undefined && { newWebhookSecret: secret }),
    ...number('ratePerSecond', 'rate', rate),
    ...number('burst', 'burst', burst),
    ...number('weight', 'weight', weight),
    ...number('retentionDays', 'retention', retention),
    ...(share !== undefined && { sharesFingerprints: toShare(share) }),
  };
}

async function listAll(ask: Ask): Promise<Answer> {
  const tenants: Answer[] = [];
  for (let after: unknown = ''; after !== null; ) {
    const page = await ask({ method: 'GET', path: `/v1/tenants?limit=200&after=${encodeURIComponent(String(after))}` });
    tenants.push(...(page.tenants as readonly Answer[]));
    after = page.next;
  }
  return { tenants };
}

function askFor(part: Part, id: string, flags: SetFlags, ask: Ask): Promise<Answer> {
  switch (part) {
    case 'create':
      return ask({ method: 'POST', path: '/v1/tenants', body: { id } });
    case 'list':
      return listAll(ask);
    case 'set':
      return ask({ method: 'PUT', path: '/v1/tenant', tenant: id, body: toChange(flags) });
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
  const answer = await withDesk(values, terminal, (ask) => askFor(part, id, values, ask));
  await writeText(terminal.stdout, values.json ? `${JSON.stringify(answer)}\n` : draw(part, answer));
  return 0;
}

export const tenants: Command = {
  name: 'tenants',
  summary: 'make tenants, and set their webhooks and limits',
  help: HELP,
  run,
};
