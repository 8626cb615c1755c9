import { reduce } from '../store/reduce.ts';
import type { ReviewEvent } from '../store/review-event.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { aboutArticle } from '../telemetry/about-article.ts';
import type { Log } from '../telemetry/open-log.ts';
import { startSpan } from '../telemetry/trace.ts';
import { type Restores, readRestores } from './verdicts/read-restores.ts';

/** What a decision took, as the page counted it. */
export interface Effort {
  readonly keys: number;
  readonly seconds: number;
}

/** What people did, with what it changes of what counts as brought back. */
export type ToldEvent = ReviewEvent & { readonly restores?: Restores };

/** Acts that change it: amendments alone do not, they may be withdrawn. */
const JUDGING: ReadonlySet<ReviewEvent['name']> = new Set(['review.decided', 'appeal.decided', 'decision.undone']);

/** What people did with an article since it had this version, for the log; the transaction holds its row. */
export async function readReviewEvents(session: SqlSession, { key, state }: StoredArticle): Promise<readonly ToldEvent[]> {
  const { rows } = await session.query<ReviewEvent>(
    'SELECT name, data FROM copydesk.events WHERE tenant = $1 AND article_id = $2 AND revision = $3 AND number > $4 ORDER BY number',
    [key.tenant, key.articleId, key.revision, state.version],
  );
  const told: ToldEvent[] = [];
  for (const [index, event] of rows.entries()) {
    const number = state.version + 1 + index;
    told.push(JUDGING.has(event.name) ? { ...event, restores: await readRestores(session, key, number) } : event);
  }
  return told;
}

const reasonOf = ({ reason }: { readonly reason: string | null }) => (reason === null ? {} : { reason });

function describeDecided(data: Extract<ReviewEvent, { name: 'review.decided' }>['data']) {
  const { fence, decision } = data;
  return { fence, decision, ...reasonOf(data) };
}

function describeAmended({ fence, amendment, kind, rule }: Extract<ReviewEvent, { name: 'span.restored' }>['data']) {
  return { fence, amendment, ...(kind !== undefined && { kind }), ...(rule !== undefined && { rule }) };
}

function describeEffort(effort: Effort | undefined) {
  return effort && { keys: effort.keys, review_seconds: effort.seconds };
}

/** `article` is as the event left it. */
function logOne(log: Log, article: StoredArticle, event: ToldEvent, effort: Effort | undefined): void {
  const about = { ...aboutArticle(article), person: event.data.by };
  const trace = startSpan(article.traceId);
  switch (event.name) {
    case 'review.claimed':
    case 'review.released':
    case 'review.lease_expired':
      log(event.name, { ...about, fence: event.data.fence }, trace);
      break;
    case 'review.escalated':
      log(event.name, { ...about, fence: event.data.fence, ...reasonOf(event.data) }, trace);
      break;
    case 'review.noted':
      log(event.name, { ...about, note: event.data.note }, trace);
      break;
    case 'span.restored':
    case 'span.removed':
    case 'text.edited':
    case 'finding.reclassified':
      log(event.name, { ...about, ...describeAmended(event.data) }, trace);
      break;
    case 'entity.rejected':
    case 'topic.rejected':
    case 'topic.added':
    case 'amendment.withdrawn':
      log(event.name, { ...about, fence: event.data.fence, amendment: event.data.amendment }, trace);
      break;
    case 'review.decided':
      log(event.name, { ...about, ...describeDecided(event.data), ...event.restores, ...describeEffort(effort) }, trace);
      break;
    case 'decision.undone':
      log(event.name, { ...about, fence: event.data.fence, told: event.data.told, ...event.restores }, trace);
      break;
    case 'appeal.opened':
      log(event.name, { ...about, appeal: event.data.appeal }, trace);
      break;
    case 'appeal.decided': {
      const { appeal, upheld } = event.data;
      log(event.name, { ...about, ...describeDecided(event.data), ...event.restores, appeal, upheld }, trace);
      break;
    }
    case 'review.checked':
      log(event.name, { ...about, decision: event.data.decision, agrees: event.data.agrees }, trace);
      break;
    default:
      event satisfies never;
  }
}

/** Writes a line for each of the events; `before` is the article as it was before the first. */
export function logReview(log: Log, before: StoredArticle, events: readonly ToldEvent[], effort?: Effort): void {
  let article = before;
  for (const event of events) {
    article = { ...article, state: reduce(article.state, event) };
    logOne(log, article, event, effort);
  }
}
