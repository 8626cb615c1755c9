import { ConfigError } from '../../service/config.ts';
import { FolderInUseError } from '../../service/store/folder-lock.ts';
import { toStoreError } from '../../service/store/to-store-error.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { readSettings } from '../read-settings.ts';
import { toStartError } from '../to-start-error.ts';
import { type Ask, askByHttp, askStore } from './ask.ts';

/** Flags that say which desk is meant. */
export const DESK_FLAGS = {
  url: { type: 'string' },
  key: { type: 'string' },
  data: { type: 'string' },
  tenant: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export const DESK_HELP = `  --url URL         ask the desk that runs there, instead of opening the store
  --key KEY         an operator's or admin's key for it; better in COPYDESK_OPERATOR_KEY, which other users of the
                    machine do not see
  --data FOLDER     where the embedded store lies (default: .copydesk, or COPYDESK_DATA)
  --json            JSON on standard output
  --help            this text

Without --url the store itself is opened: DATABASE_URL, or the embedded store, which only one program can open at a
time. While the desk runs on it, use --url.

Exit code: 0   64 usage   65 refused   74 the desk or a server cannot be reached   78 a key or setting that cannot be used`;

interface DeskValues {
  readonly url?: string | undefined;
  readonly key?: string | undefined;
  readonly data?: string | undefined;
}

function toDeskError(error: unknown): unknown {
  if (error instanceof FolderInUseError) {
    return new CliError(`${error.message}; if that is the desk, ask it: --url http://127.0.0.1:8080 --key ck_...`, EXIT.config);
  }
  const known = toStoreError(error);
  return known instanceof ConfigError && known !== error ? new CliError(known.message, EXIT.io) : toStartError(error);
}

/** Does the work with the desk that the flags name. Throws `CliError` for all that a person can mend. */
export async function withDesk<T>(
  { url, key, data }: DeskValues,
  terminal: Terminal,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  if (data === '') throw new CliError('--data needs a folder', EXIT.usage);
  const { COPYDESK_OPERATOR_KEY: preset } = terminal.env;
  if (url !== undefined) {
    if (!URL.canParse(url)) throw new CliError('--url needs an address such as http://127.0.0.1:8080', EXIT.usage);
    const used = key ?? preset;
    if (!used) throw new CliError('--url needs a key: --key, or COPYDESK_OPERATOR_KEY', EXIT.usage);
    return work(askByHttp(url, used));
  }
  if (key !== undefined) throw new CliError('--key is for a desk that runs: name it with --url', EXIT.usage);
  const config = readSettings(data === undefined ? terminal.env : { ...terminal.env, COPYDESK_DATA: data });
  try {
    return await askStore(config, work);
  } catch (error) {
    throw toDeskError(error);
  }
}
