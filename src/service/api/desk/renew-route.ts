import { z } from 'zod';
import { readPersons } from '../../people/read-persons.ts';
import { LEASE_SECONDS, renewLease } from '../../review/lease.ts';
import type { Person } from '../../review/person.ts';
import { readLooking } from '../../review/presence.ts';
import { ReviewError } from '../../review/review-error.ts';
import type { ArticleKey } from '../../store/article-key.ts';
import { readArticle } from '../../store/read-article.ts';
import type { SqlSession } from '../../store/sql-pool.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { articleIdShape } from '../shapes/id-shape.ts';
import { claimedActShape, renewedShape } from './shapes/act-shape.ts';

/** Why a claim cannot be prolonged. */
async function refuse(session: SqlSession, key: ArticleKey, person: Person, fence: number): Promise<never> {
  const article = await readArticle(session, key);
  if (!article) throw new ReviewError('unknown_article');
  const { claimant, fence: current } = article.state;
  if (claimant !== null && claimant !== person.id) throw new ReviewError('claimed', article);
  throw new ReviewError(claimant !== null && current !== fence ? 'stale_claim' : 'unclaimed', article);
}

/** `POST /v1/desk/articles/{id}/renew`. */
export function addDeskRenewRoute(server: ApiServer, { pool, leaseSeconds = LEASE_SECONDS }: ApiContext): void {
  const schema = {
    ...{ operationId: 'renewClaim', tags: ['desk'], summary: 'Keep a claim for another minute' },
    params: z.strictObject({ id: articleIdShape }),
    ...{ body: claimedActShape, response: { 200: renewedShape } },
  };
  const config = { access: 'desk:moderator', problems: ['unknown_article', 'claimed', 'unclaimed', 'stale_claim'] } as const;
  server.post('/v1/desk/articles/:id/renew', { config, schema }, async (request) => {
    const [person, { revision, fence }] = [personOf(request), request.body];
    const key = { tenant: callerOf(request).tenant, articleId: request.params.id, revision };
    if (!(await renewLease(pool, key, person.id, fence, leaseSeconds))) return refuse(pool, key, person, fence);
    const others = await readLooking(pool, key, person.id);
    const nameOf = await readPersons(pool, others);
    const article = await readArticle(pool, key);
    return { leaseSeconds, version: article?.state.version ?? 0, looking: others.map(nameOf) };
  });
}
