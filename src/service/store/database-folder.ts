import { join } from 'node:path';

/** Where the embedded database lies in a data folder, which has the log beside it. */
export function databaseFolder(folder: string): string {
  return join(folder, 'pgdata');
}
