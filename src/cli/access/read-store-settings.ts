import { existsSync } from 'node:fs';
import type { Config } from '../../service/config.ts';
import { databaseFolder } from '../../service/store/database-folder.ts';
import { logFile } from '../../service/telemetry/log-file.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { readSettings } from '../read-settings.ts';

/**
 * A folder may have been made for a store that nobody has opened yet. One that has a log and no database is no store: the log is that of a command on
 * another store, or of a start that failed.
 */
function isForStore(folder: string): boolean {
  return existsSync(folder) && (existsSync(databaseFolder(folder)) || !existsSync(logFile(folder)));
}

/**
 * The settings of a store that is named: by `--data`, by `DATABASE_URL`, or by an embedded store's folder that is there. A folder that
 * nobody named is not made: what is written into it no desk would ever see. `elsewhere` says where the same is to be had without a store.
 * Throws `CliError`.
 */
export function readStoreSettings(data: string | undefined, env: Terminal['env'], elsewhere: string): Config {
  if (data === '') throw new CliError('--data needs a folder', EXIT.usage);
  const config = readSettings(data === undefined ? env : { ...env, COPYDESK_DATA: data });
  if (data !== undefined || config.store.kind === 'postgres' || isForStore(config.store.folder)) return config;
  throw new CliError(
    `there is no store in ${config.store.folder}: name one with DATABASE_URL or --data; ${elsewhere}`,
    EXIT.config,
  );
}
