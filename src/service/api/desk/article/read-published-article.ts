import { createHash } from 'node:crypto';
import type { Person } from '../../../review/person.ts';
import { readStandingResult } from '../../../review/read-standing-result.ts';
import { readResult } from '../../../store/read-result.ts';
import type { SqlSession } from '../../../store/sql-pool.ts';
import { spliceField } from '../../splice-field.ts';
import type { DeskArticleShape } from '../shapes/desk-article-shape.ts';
import { readDeskArticle } from './read-desk-article.ts';

type Someone = DeskArticleShape['appeals'][number]['by'];

/** Events that a publisher is told of, or has part in; all others are the work of the desk. */
const PUBLISHED = /^(?:(?:article|processing|delivery|appeal)\.|review\.decided$|decision\.undone$)/u;

/** Whoever is of the desk has the id for a name. */
function nameFor({ id }: Person, someone: Someone): Someone {
  const isKnown = someone.id === id || someone.role === 'publisher';
  return isKnown ? someone : { id: someone.id, name: someone.id, role: 'moderator', tenant: null };
}

function publish(article: DeskArticleShape, person: Person): Omit<DeskArticleShape, 'result'> {
  const { result: _, ...fields } = article;
  const isOver = article.review === 'decided';
  const history = article.history
    .filter(({ name }) => PUBLISHED.test(name))
    .map((event) => ({ ...event, by: event.by && nameFor(person, event.by) }));
  return {
    ...fields,
    ...{ against: null, claimant: null, fence: 0, leaseSeconds: null, notes: [], looking: [], copies: [], history },
    amendments: isOver ? article.amendments.map((one) => ({ ...one, by: nameFor(person, one.by) })) : [],
    appeals: article.appeals.map((appeal) => ({ ...appeal, by: nameFor(person, appeal.by) })),
  };
}

/**
 * An article as JSON for its publisher: what came of it, with appeals, and nothing of how the desk works; people of the desk by their ids.
 * Amendments are seen when somebody has decided on them. Throws `ProblemError`.
 */
export async function readPublishedArticle(
  session: SqlSession,
  tenant: string,
  person: Person,
  wanted: { readonly id: string; readonly revision?: number | undefined },
): Promise<string> {
  // Written by `readDeskArticle`.
  const article = JSON.parse(await readDeskArticle(session, tenant, person, wanted)) as DeskArticleShape;
  const fields = publish(article, person);
  const key = { tenant, articleId: article.id, revision: article.revision };
  const json = article.review === 'decided' ? (await readStandingResult(session, key))?.json : await readResult(session, key);
  const resultSha256 = json === undefined ? null : createHash('sha256').update(json).digest('hex');
  return spliceField({ ...fields, resultSha256 }, 'result', json);
}
