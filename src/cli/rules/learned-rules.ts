import { readTenantName } from '../access/desk-address.ts';
import { DESK_FLAGS, withDesk } from '../access/with-desk.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { drawRows } from '../draw-rows.ts';
import { parseFlags } from '../parse-flags.ts';
import { refuseUnknown } from '../refuse-unknown.ts';
import { writeOut } from '../write-out.ts';

const HELP = 'copydesk rules learned --help';
const PARTS = ['list', 'show', 'retire'] as const;
const COLUMNS = ['id', 'rule', 'state', 'kind', 'action', 'form', 'text', 'changedAt'];

type Answer = Readonly<Record<string, unknown>>;

function readPart([name = 'list', id, extra]: readonly string[]) {
  const part = PARTS.find((candidate) => candidate === name);
  if (!part) throw refuseUnknown('part of rules learned', name, PARTS, HELP);
  if (part !== 'list' && !id) throw new CliError(`rules learned ${part} needs the id of a rule (see ${HELP})`, EXIT.usage);
  const excess = part === 'list' ? id : extra;
  if (excess !== undefined) throw new CliError(`${excess} is too many (see ${HELP})`, EXIT.usage);
  return { part, id: id ?? '' };
}

/** One rule as lines, without the places that it was found at: they hold text of articles. */
function drawOne(rule: Answer): string {
  const lines = Object.entries(rule).filter(([name]) => !['hits', 'backtest', 'actions'].includes(name));
  const width = Math.max(...lines.map(([name]) => name.length));
  const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${show(value)}\n`).join('');
}

function draw(part: (typeof PARTS)[number], answer: Answer): string {
  if (part === 'list') return drawRows(answer.rules as readonly Answer[], COLUMNS);
  return part === 'show' ? drawOne(answer) : drawRows([answer], COLUMNS);
}

/** `copydesk rules learned`: resolves to the exit code. Throws `CliError`. */
export async function learnedRules(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseFlags('rules learned', args, DESK_FLAGS);
  const { part, id } = readPart(positionals);
  const tenant = readTenantName(values.tenant, terminal.env);
  const answer: Answer = await withDesk(values, tenant, terminal, async (ask) => {
    if (part === 'list') return { ...(await ask('listRules', {})) };
    return { ...(await ask(part === 'show' ? 'getRule' : 'retireRule', { path: { id } })) };
  });
  await writeOut(terminal.stdout, values.json ? `${JSON.stringify(answer)}\n` : draw(part, answer));
  return 0;
}
