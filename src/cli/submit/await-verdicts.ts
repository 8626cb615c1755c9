import { awaitVerdict } from './await-verdict.ts';
import type { Sending } from './send-inputs.ts';
import type { SubmitRow } from './submit-row.ts';

/** Articles that are asked for at a time. */
const LANES = 4;

/**
 * Puts its verdict into each row that can have one. The desk works roughly in the order of the input, so few looks are in vain. Throws
 * `CopydeskError`, and the reason of the signal; what is known by then stands in the rows.
 */
export async function awaitVerdicts(rows: (SubmitRow | undefined)[], sending: Sending): Promise<void> {
  const waiting = [...rows.entries()].flatMap(([place, row]) => (row && 'sent' in row ? [{ place, sent: row.sent }] : []));
  const next = waiting.values();
  let done = 0;
  const walk = async (): Promise<void> => {
    for (const { place, sent } of next) {
      sending.bar.show('waiting', done, waiting.length, sent.externalId.slice(-40));
      const row = await awaitVerdict(sending.client, sent, sending.stopped);
      rows[place] = row;
      done++;
      if ('fault' in row) sending.onFault(row);
    }
  };
  await Promise.all(Array.from({ length: LANES }, walk));
}
