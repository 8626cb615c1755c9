import { type DeadChoice, listDead } from '../../service/delivery/list-dead.ts';
import { type ReplayedLetter, replayLetters } from '../../service/delivery/replay-letters.ts';
import type { SqlPool } from '../../service/store/sql-pool.ts';
import type { Log } from '../../service/telemetry/open-log.ts';

/** Read at once, so that what dies again meanwhile is not replayed for ever. */
const MOST = 100_000;
const BATCH = 200;

/** Replays the dead letters of a choice, or those of them that are named. A name that is nobody's is `unknown`. */
export async function replayChosen(
  pool: SqlPool,
  log: Log,
  choice: DeadChoice,
  ids: readonly string[],
): Promise<readonly ReplayedLetter[]> {
  const { letters } = await listDead(pool, ids.length === 0 ? choice : { ...choice, ids }, MOST);
  const found = new Set(letters.map(({ id }) => id));
  const replayed: ReplayedLetter[] = [...new Set(ids)].filter((id) => !found.has(id)).map((id) => ({ id, outcome: 'unknown' }));
  for (let at = 0; at < letters.length; at += BATCH)
    replayed.push(...(await replayLetters(pool, log, letters.slice(at, at + BATCH))));
  return replayed;
}
