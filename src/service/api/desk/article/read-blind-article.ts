import { createHash } from 'node:crypto';
import type { Person } from '../../../review/person.ts';
import { readResult } from '../../../store/read-result.ts';
import type { SqlSession } from '../../../store/sql-pool.ts';
import { spliceField } from '../../splice-field.ts';
import type { DeskArticleShape } from '../shapes/desk-article-shape.ts';
import { readDeskArticle } from './read-desk-article.ts';

/** Events of the machine; all others tell of people, or of what the publisher was told. */
const OF_MACHINE = /^(?:article|processing)\./u;

/** What tells of the decision: who had the article, what they changed and wrote, and what came after. */
function blind(article: DeskArticleShape): Omit<DeskArticleShape, 'result'> {
  const { result: _, ...fields } = article;
  const history = article.history.filter(({ name }) => OF_MACHINE.test(name));
  return {
    ...fields,
    ...{ review: 'flagged', decision: null, claimant: null, fence: 0, leaseSeconds: null, undoSeconds: null },
    ...{ amendments: [], appeals: [], notes: [], looking: [], actions: ['check'], history },
    version: Math.max(0, ...history.filter(({ revision }) => revision === article.revision).map(({ number }) => number)),
  };
}

/** A decided article as JSON, with the machine's result, for a second person: as if nobody had looked at it yet. Throws `ProblemError`. */
export async function readBlindArticle(
  session: SqlSession,
  tenant: string,
  person: Person,
  wanted: { readonly id: string; readonly revision?: number | undefined },
): Promise<string> {
  // Written by `readDeskArticle`.
  const article = JSON.parse(await readDeskArticle(session, tenant, person, wanted)) as DeskArticleShape;
  const machine = await readResult(session, { tenant, articleId: article.id, revision: article.revision });
  const resultSha256 = machine === undefined ? null : createHash('sha256').update(machine).digest('hex');
  return spliceField({ ...blind(article), resultSha256 }, 'result', machine);
}
