import { createHash } from 'node:crypto';
import type { Records } from '../../../delivery/release-held.ts';
import type { Person } from '../../../review/person.ts';
import { type ArticleStateRow, FIND_ARTICLE_STATE } from '../../article-state-row.ts';
import { concealUntold } from '../../conceal.ts';
import { ProblemError } from '../../problem-error.ts';
import { spliceField } from '../../splice-field.ts';
import type { DeskArticleShape } from '../shapes/desk-article-shape.ts';
import { listPublished } from './list-published.ts';
import { readDeskArticle } from './read-desk-article.ts';
import { readToldDeliveries, type ToldDelivery } from './read-told-deliveries.ts';

type Someone = DeskArticleShape['appeals'][number]['by'];
type Fields = Omit<DeskArticleShape, 'result' | 'resultSha256'>;

/** Whoever is of the desk has the id for a name. */
function nameFor({ id }: Person, someone: Someone): Someone {
  const isKnown = someone.id === id || someone.role === 'publisher';
  return isKnown ? someone : { id: someone.id, name: someone.id, role: 'moderator', tenant: null };
}

/** Where an article stands as its publisher knows it, with the result of that: as `GET /v1/articles/{id}` tells it to their keys. */
async function readTold({ pool }: Records, tenant: string, { id, revision }: DeskArticleShape): Promise<ArticleStateRow> {
  const { rows } = await pool.query<ArticleStateRow>(FIND_ARTICLE_STATE, [tenant, id, revision, false, false]);
  if (!rows[0]) throw new ProblemError('unknown_article');
  return concealUntold(rows[0]);
}

/** What follows from where it stands. Publishers may do nothing but appeal against what they know. */
function describeStand({ review, decision }: ArticleStateRow, { actions }: DeskArticleShape) {
  const isOver = review === 'none' || review === 'decided';
  const priority = review === 'appealed' ? 2 : review === 'escalated' ? 1 : 0;
  return { review, decision, priority, actions: isOver ? actions : [], undoSeconds: null };
}

function describeAppeals(article: DeskArticleShape, { appeals }: ArticleStateRow, person: Person): DeskArticleShape['appeals'] {
  return article.appeals.map((appeal) => {
    const told = appeals.find(({ id }) => id === appeal.id);
    const [endedAt, upheld] = told?.ended_at ? [new Date(told.ended_at).toISOString(), told.upheld] : [null, null];
    return { ...appeal, by: nameFor(person, appeal.by), endedAt, upheld, closedReason: told?.closed_reason ?? null };
  });
}

function publish(article: DeskArticleShape, state: ArticleStateRow, deliveries: readonly ToldDelivery[], person: Person): Fields {
  const { result: _, resultSha256: __, ...fields } = article;
  const history = listPublished(article.history, deliveries).map((event) => ({
    ...event,
    by: event.by && nameFor(person, event.by),
  }));
  const isOver = state.review === 'decided';
  return {
    ...fields,
    ...describeStand(state, article),
    ...{ against: null, claimant: null, fence: 0, leaseSeconds: null, notes: [], looking: [], copies: [], history },
    version: Math.max(0, ...history.filter(({ revision }) => revision === article.revision).map(({ number }) => number)),
    amendments: isOver ? article.amendments.map((one) => ({ ...one, by: nameFor(person, one.by) })) : [],
    appeals: describeAppeals(article, state, person),
  };
}

/**
 * An article as JSON for its publisher: what came of it, with appeals, and nothing of how the desk works; people of the desk by their ids.
 * A decision is seen when the publisher is told of it, with its amendments, and never when it was taken back before; `version` is the number
 * of the newest event that is shown. Throws `ProblemError`.
 */
export async function readPublishedArticle(
  records: Records,
  tenant: string,
  person: Person,
  wanted: { readonly id: string; readonly revision?: number | undefined },
): Promise<string> {
  // Written by `readDeskArticle`.
  const article = JSON.parse(await readDeskArticle(records.pool, tenant, person, wanted)) as DeskArticleShape;
  // Whatever the article shows stands by now among these, so nothing is shown that is held back, or was taken back meanwhile.
  const deliveries = await readToldDeliveries(records, tenant, article.id);
  const state = await readTold(records, tenant, article);
  const json = state.result ?? undefined;
  const resultSha256 = json === undefined ? null : createHash('sha256').update(json).digest('hex');
  return spliceField({ ...publish(article, state, deliveries, person), resultSha256 }, 'result', json);
}
