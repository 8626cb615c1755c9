import { FolderInUseError } from '../../service/store/folder-lock.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { toServerError } from '../to-server-error.ts';
import { type Ask, askByHttp, askStore } from './ask.ts';
import { ADDRESS_FLAGS, type AddressValues, readDeskAddress } from './desk-address.ts';
import { readStoreSettings } from './read-store-settings.ts';

/** Flags that say which desk is meant. */
export const DESK_FLAGS = {
  ...ADDRESS_FLAGS,
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Options and exit codes of commands that speak to a desk; `exits` are the codes of a command's own, each with two blanks before it. */
export const describeDeskOptions = (exits: string): string => `  --url URL         the desk that runs there (or COPYDESK_URL)
  --key-file FILE   a file with the key for it, - for standard input (or the key itself in
                    COPYDESK_KEY)
  --key KEY         the key itself; other users of the machine see it in the list of processes
  --data FOLDER     open the embedded store in FOLDER instead; no desk may run on it
  --json            JSON on standard output
  --help            this text

Without --url and COPYDESK_URL the store itself is opened: DATABASE_URL, or the embedded store
in .copydesk (or COPYDESK_DATA) if it is there, which only one program can open at a time.

Exit code: 0${exits}   64 usage   65 refused
  74 the desk or a server cannot be reached   78 a key or setting that cannot be used`;

export const DESK_HELP = describeDeskOptions('');

/** What whoever named no desk at all may also do. */
export const ASK_RUNNING = 'or set COPYDESK_URL and COPYDESK_KEY to ask a desk that runs';

export interface DeskValues extends AddressValues {
  readonly data?: string | undefined;
}

/** Whether flags or environment name a desk that runs. Throws `CliError` for flags that do not go together. */
export function namesRunningDesk(values: DeskValues, env: Terminal['env']): boolean {
  const { url, data, key } = values;
  if (url !== undefined && data !== undefined) throw new CliError('either --url or --data', EXIT.usage);
  if (data === undefined && (url !== undefined || (env.COPYDESK_URL ?? '') !== '')) return true;
  if (key === undefined && values['key-file'] === undefined) return false;
  throw new CliError('a key is for a desk that runs: name it with --url or COPYDESK_URL', EXIT.usage);
}

const ASK_HOLDER = 'set COPYDESK_URL, such as http://127.0.0.1:8080, and COPYDESK_KEY to ask it';

/** The refusal of a store that cannot be used; `elsewhere` says where the same is to be had from a desk that holds it. */
export function toDeskError(error: unknown, elsewhere = ASK_HOLDER): unknown {
  if (!(error instanceof FolderInUseError)) return toServerError(error);
  return new CliError(`${error.message} If that is the desk: ${elsewhere}`, EXIT.config);
}

/** Does the work with the desk that flags or environment name, for a tenant. Throws `CliError` for all that a person can mend. */
export async function withDesk<T>(
  values: DeskValues,
  tenant: string | undefined,
  { env }: Terminal,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  if (namesRunningDesk(values, env)) return work(askByHttp({ ...readDeskAddress(values, env), tenant }));
  const config = readStoreSettings(values.data, env, ASK_RUNNING);
  try {
    return await askStore(config, tenant, work);
  } catch (error) {
    throw toDeskError(error);
  }
}
