import { z } from 'zod';
import { readPersons } from '../../people/read-persons.ts';
import { readStandingOffers } from '../../review/checks/read-standing-offers.ts';
import { hasRole, type Person } from '../../review/person.ts';
import { markLooking, readLooking } from '../../review/presence.ts';
import type { ArticleKey } from '../../store/article-key.ts';
import type { SqlPool } from '../../store/sql-pool.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { sendAnswer } from '../send-answer.ts';
import { articleIdShape, revisionShape } from '../shapes/id-shape.ts';
import { readArticleFor } from './article/read-article-for.ts';
import { readPublishedVersion } from './article/read-published-version.ts';
import { type Pulse, readPulse } from './article/read-pulse.ts';
import { lookingShape, revisionField } from './shapes/act-shape.ts';
import { deskArticleShape } from './shapes/desk-article-shape.ts';

const idParams = z.strictObject({ id: articleIdShape });
const config = { access: 'desk:publisher', problems: ['unknown_article'] } as const;

function addRead(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'getDeskArticle', tags: ['desk'], summary: 'Read an article with all that the desk shows of it' },
    ...{ params: idParams, querystring: z.strictObject({ revision: revisionShape }), response: { 200: deskArticleShape } },
  };
  server.get('/v1/desk/articles/:id', { config, schema }, async (request, reply) => {
    const wanted = { id: request.params.id, revision: request.query.revision };
    const body = await readArticleFor(context, callerOf(request).tenant, personOf(request), wanted);
    return sendAnswer(reply, { status: 200, headers: {}, body });
  });
}

/** For whoever is to know nothing of the others. */
const UNSEEN = { looking: [], claimant: null };

async function nameThere(pool: SqlPool, key: ArticleKey, person: Person, { claimant }: Pulse) {
  const others = await readLooking(pool, key, person.id);
  const nameOf = await readPersons(pool, [...others, ...(claimant === null ? [] : [claimant])]);
  return { looking: others.map(nameOf), claimant: claimant === null ? null : nameOf(claimant) };
}

function addLooking(server: ApiServer, { pool, log }: ApiContext): void {
  const schema = {
    ...{ operationId: 'lookAtArticle', tags: ['desk'], summary: 'Say that one has an article open, and hear who else does' },
    description:
      'A page says so every ten seconds; after thirty it counts no longer. A greater `version` than known: read the article again.',
    ...{ params: idParams, body: z.strictObject({ revision: revisionField }), response: { 200: lookingShape } },
  };
  server.post('/v1/desk/articles/:id/looking', { config, schema }, async (request) => {
    const person = personOf(request);
    const key = { tenant: callerOf(request).tenant, articleId: request.params.id, revision: request.body.revision };
    await markLooking(pool, key, person.id);
    const pulse = await readPulse(pool, key);
    if (!pulse) throw new ProblemError('unknown_article');
    if (!hasRole(person, 'moderator')) return { ...UNSEEN, version: await readPublishedVersion({ pool, log }, key) };
    const isBlind = (await readStandingOffers(pool, key.tenant, person)).has(key.articleId);
    return isBlind
      ? { ...UNSEEN, version: pulse.machineVersion }
      : { ...(await nameThere(pool, key, person, pulse)), version: pulse.version };
  });
}

/** `GET /v1/desk/articles/{id}` and `POST /v1/desk/articles/{id}/looking`. */
export function addDeskArticleRoutes(server: ApiServer, context: ApiContext): void {
  addRead(server, context);
  addLooking(server, context);
}
