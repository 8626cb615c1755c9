import { setTimeout as sleep } from 'node:timers/promises';
import { type ArticleState, type CopydeskClient, CopydeskError } from '../../client/client.ts';
import { EXIT } from '../cli-error.ts';
import type { SentArticle, SubmitRow } from './submit-row.ts';

const FIRST_LOOK_MS = 100;
const LONGEST_LOOK_MS = 2000;

function toFault(name: string, code: string, message: string, exitCode: number): SubmitRow {
  return { name, fault: { code, message: `${name}: ${message}`, exitCode } };
}

function toRow(sent: SentArticle, { status, result, history }: ArticleState): SubmitRow {
  const name = sent.externalId;
  if (status === 'dead') {
    const code = history.findLast((event) => event.name === 'processing.failed')?.data.code;
    return toFault(name, 'dead', `could not be moderated (${typeof code === 'string' ? code : 'no reason'})`, EXIT.software);
  }
  if (!result) return { sent: { ...sent, status } };
  const { verdict, quality } = result;
  return { sent: { ...sent, status, verdict: { outcome: verdict.outcome, score: quality.score, reasons: verdict.reasons } } };
}

/**
 * Looks until the article is over: the row with its verdict, or with the fault of an article that could not be moderated. One that was
 * superseded or purged meanwhile has no verdict. Throws `CopydeskError`, and the reason of the signal.
 */
export async function awaitVerdict(client: CopydeskClient, sent: SentArticle, signal: AbortSignal): Promise<SubmitRow> {
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(LONGEST_LOOK_MS, wait * 1.5)) {
    try {
      const state = await client.get(sent.id, { revision: sent.revision, signal });
      if (state.status !== 'pending') return toRow(sent, state);
    } catch (error) {
      if (!(error instanceof CopydeskError) || error.code !== 'unknown_article') throw error;
      return toFault(sent.externalId, 'unknown_article', 'the desk does not know it any more', EXIT.io);
    }
    await sleep(wait, undefined, { signal });
  }
}
