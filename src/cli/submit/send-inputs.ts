import type { CopydeskClient, Problem, Submitted } from '../../client/client.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';
import type { CheckItem } from '../check/check-item.ts';
import type { CheckInput } from '../check/list-inputs.ts';
import { readItems } from '../check/read-items.ts';
import { EXIT } from '../cli-error.ts';
import type { Bar } from '../create-bar.ts';
import { BatchCollector, type PlacedArticle, placeArticle } from './batch-collector.ts';
import type { Journal } from './open-journal.ts';
import { sendBatch } from './send-batch.ts';
import type { SubmitRow } from './submit-row.ts';
import { toDeskArticle } from './to-desk-article.ts';

/** What the sending works with. */
export interface Sending {
  readonly client: CopydeskClient;
  readonly journal: Journal;
  readonly bar: Bar;
  readonly source: string | undefined;
  /** Asked to stop: no further batch is begun. */
  readonly stopped: AbortSignal;
  /** A while later: what is in hand is given up. */
  readonly cut: AbortSignal;
  /** Hears of each fault when it is met. */
  readonly onFault: (row: Extract<SubmitRow, { readonly fault: unknown }>) => void;
}

/** The rows so far, each at its place; a place without a row belongs to an article that was read and not sent. */
type Rows = (SubmitRow | undefined)[];

function describeProblem({ detail, errors = [] }: Problem): string {
  return [detail, ...errors.map((error) => `${error.pointer}: ${error.detail}`)].join(' ');
}

function toRow(name: string, answer: Submitted | Problem): SubmitRow {
  if ('isNew' in answer) {
    const { id, revision, externalId, source, status, isNew } = answer;
    return { sent: { id, revision, externalId, source, status, isNew } };
  }
  const message = `${name}: ${revealControls(describeProblem(answer))}`;
  return { name, fault: { code: answer.code, message, exitCode: EXIT.data } };
}

async function send(batch: readonly PlacedArticle[], rows: Rows, sending: Sending): Promise<void> {
  if (batch.length === 0 || sending.stopped.aborted) return;
  const outcomes = await sendBatch(sending.client, batch, sending.cut);
  const articles = new Map(batch.map(({ place, article }) => [place, article]));
  const taken: { readonly article: PlacedArticle['article']; readonly submitted: Submitted }[] = [];
  for (const { place, answer } of outcomes) {
    const article = articles.get(place);
    if (!article) continue;
    const row = toRow(article.id, answer);
    rows[place] = row;
    if ('isNew' in answer) taken.push({ article, submitted: answer });
    if ('fault' in row) sending.onFault(row);
  }
  await sending.journal.add(taken);
}

/** A row for what needs no sending, or the article that does. */
function sort(item: CheckItem, input: CheckInput, sending: Sending): SubmitRow | PlacedArticle['article'] {
  if ('fault' in item) return { name: item.fault.file ?? input.name, fault: item.fault };
  const isFile = 'kind' in input && input.kind === 'article';
  const article = toDeskArticle(item.article, isFile, sending.source);
  const sent = sending.journal.find(article);
  return sent ? { sent } : article;
}

/**
 * Sends all articles of the inputs, batch after batch. `rows` is filled as answers come, so that it holds what was sent also when this throws:
 * `CopydeskError`, or the reason of the signal.
 */
export async function sendInputs(inputs: readonly CheckInput[], rows: Rows, sending: Sending): Promise<void> {
  const collector = new BatchCollector();
  for (const [done, input] of inputs.entries()) {
    for await (const item of readItems(input)) {
      if (sending.stopped.aborted) return;
      sending.bar.show('sending', done, inputs.length, `${rows.length} articles`);
      const sorted = sort(item, input, sending);
      const place = rows.length;
      if ('text' in sorted) {
        rows.push(undefined);
        await send(collector.add(placeArticle(place, sorted)), rows, sending);
      } else {
        rows.push(sorted);
        if ('fault' in sorted) sending.onFault(sorted);
      }
    }
  }
  await send(collector.take(), rows, sending);
}
