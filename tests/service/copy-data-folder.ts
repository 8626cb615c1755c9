import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'bullmq';
import { inject } from 'vitest';
import { openStore } from '../../src/service/store/open-store.ts';

/** Tables and nothing in them: what the first start of a desk makes beside its tables, it still has to make. */
async function makeTables(folder: string): Promise<void> {
  const { pool, close } = await openStore({ kind: 'embedded', folder }, () => undefined);
  const client = await pool.connect();
  await runMigrations(client);
  client.release();
  await close();
}

/** The tables of this test run. Whoever comes first makes them; of two that come at once, both do, and one is taken. */
async function takeTables(): Promise<string> {
  const tables = join(inject('runFolder'), 'tables');
  if (existsSync(tables)) return tables;
  const mine = mkdtempSync(`${tables}-`);
  await makeTables(mine);
  try {
    renameSync(mine, tables);
  } catch {
    rmSync(mine, { recursive: true });
  }
  return tables;
}

/** Puts into an empty folder what the embedded store has after its migrations: they take seconds, and a copy a tenth of one. */
export async function copyDataFolder(folder: string): Promise<void> {
  cpSync(join(await takeTables(), 'pgdata'), join(folder, 'pgdata'), { recursive: true });
}
