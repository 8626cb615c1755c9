import { LoginTakenError } from '../service/people/people.ts';
import { PeopleError } from '../service/people/people-error.ts';
import { readStoreSettings } from './access/read-store-settings.ts';
import { withStore } from './access/with-store.ts';
import { CliError, EXIT } from './cli-error.ts';
import type { Command, Terminal } from './command.ts';
import { drawRows } from './draw-rows.ts';
import { parseFlags } from './parse-flags.ts';
import {
  actOnPeople,
  PEOPLE_PARTS,
  type PeopleAnswer,
  type PeoplePart,
  type PeopleValues,
  type PeopleWords,
} from './people/act-on-people.ts';
import { PEOPLE_HELP } from './people/people-help.ts';
import { toRole } from './people/to-role.ts';
import { refuseUnknown } from './refuse-unknown.ts';
import { writeOut } from './write-out.ts';

const FLAGS = {
  role: { type: 'string' },
  name: { type: 'string' },
  tenant: { type: 'string' },
  'all-tenants': { type: 'boolean', default: false },
  email: { type: 'string' },
  json: { type: 'boolean', default: false },
  data: { type: 'string' },
} as const;

const COLUMNS = ['login', 'name', 'role', 'tenant', 'email', 'joined', 'disabled', 'id'];

function draw({ people, url }: PeopleAnswer): string {
  const rows = people.map(({ login, name, role, tenant, email, hasJoined, disabledAt, id }) => {
    const state = { joined: hasJoined ? 'yes' : 'no', disabled: disabledAt?.toISOString() };
    return { login, name, role, tenant: tenant ?? 'all', email, ...state, id };
  });
  return drawRows(rows, COLUMNS) + (url === undefined ? '' : `The link to join, shown this once: ${url}\n`);
}

const WORDS: Readonly<Record<PeoplePart, number>> = { list: 0, add: 1, invite: 1, role: 2, disable: 1, enable: 1 };

function readWords([name, ...words]: readonly string[]): PeopleWords {
  const hint = '(see copydesk people --help)';
  if (name === undefined) throw new CliError(`say what to do with people: ${PEOPLE_PARTS.join(', ')} ${hint}`, EXIT.usage);
  const part = PEOPLE_PARTS.find((candidate) => candidate === name);
  if (!part) throw refuseUnknown('part of people', name, PEOPLE_PARTS, 'copydesk people --help');
  const [login = '', word = ''] = words;
  if (words.length > WORDS[part]) throw new CliError(`${words[WORDS[part]]} is too many ${hint}`, EXIT.usage);
  if (words.length === WORDS[part]) return [part, login, word];
  throw new CliError(`people ${part} needs ${WORDS[part] === 1 ? 'a login' : 'a login and a role'} ${hint}`, EXIT.usage);
}

/** Options that only `add` knows would otherwise be ignored. */
function refuseOptions(part: PeoplePart, values: PeopleValues): void {
  if (part === 'add') return;
  const given = (['role', 'name', 'tenant', 'email'] as const).find((name) => values[name] !== undefined);
  const name = given ?? (values['all-tenants'] ? 'all-tenants' : undefined);
  if (name !== undefined) throw new CliError(`--${name} is an option of people add`, EXIT.usage);
}

function toPeopleFault(error: unknown): unknown {
  const isRefusal = error instanceof PeopleError || error instanceof LoginTakenError;
  return isRefusal ? new CliError(error.message, EXIT.data) : error;
}

const ELSEWHERE = 'the page of a desk that runs has the same under People';

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseFlags('people', args, FLAGS);
  const words = readWords(positionals);
  refuseOptions(words[0], values);
  if (words[0] === 'role') toRole(words[2]);
  const config = readStoreSettings(values.data, terminal.env, ELSEWHERE);
  const answer = await withStore(config, ELSEWHERE, (pool) =>
    actOnPeople(pool, config, words, values).catch((error: unknown) => {
      throw toPeopleFault(error);
    }),
  );
  await writeOut(terminal.stdout, values.json ? `${JSON.stringify(answer)}\n` : draw(answer));
  return 0;
}

/** `copydesk people`: who works at the desk. */
export const people: Command = {
  name: 'people',
  summary: 'let people work at the desk: add, invite, disable them, and change roles',
  help: PEOPLE_HELP,
  run,
};
