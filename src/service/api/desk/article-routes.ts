import { z } from 'zod';
import { readPersons } from '../../people/read-persons.ts';
import { markLooking, readLooking } from '../../review/presence.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { sendAnswer } from '../send-answer.ts';
import { articleIdShape, revisionShape } from '../shapes/id-shape.ts';
import { readDeskArticle } from './article/read-desk-article.ts';
import { readPulse } from './article/read-pulse.ts';
import { lookingShape, revisionField } from './shapes/act-shape.ts';
import { deskArticleShape } from './shapes/desk-article-shape.ts';

const idParams = z.strictObject({ id: articleIdShape });
const config = { access: 'desk:publisher', problems: ['unknown_article'] } as const;

function addRead(server: ApiServer, { pool }: ApiContext): void {
  const schema = {
    ...{ operationId: 'getDeskArticle', tags: ['desk'], summary: 'Read an article with all that the desk shows of it' },
    ...{ params: idParams, querystring: z.strictObject({ revision: revisionShape }), response: { 200: deskArticleShape } },
  };
  server.get('/v1/desk/articles/:id', { config, schema }, async (request, reply) => {
    const wanted = { id: request.params.id, revision: request.query.revision };
    const body = await readDeskArticle(pool, callerOf(request).tenant, personOf(request), wanted);
    return sendAnswer(reply, { status: 200, headers: {}, body });
  });
}

function addLooking(server: ApiServer, { pool }: ApiContext): void {
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
    const others = await readLooking(pool, key, person.id);
    const nameOf = await readPersons(pool, [...others, ...(pulse.claimant === null ? [] : [pulse.claimant])]);
    const claimant = pulse.claimant === null ? null : nameOf(pulse.claimant);
    return { version: pulse.version, looking: others.map(nameOf), claimant };
  });
}

/** `GET /v1/desk/articles/{id}` and `POST /v1/desk/articles/{id}/looking`. */
export function addDeskArticleRoutes(server: ApiServer, context: ApiContext): void {
  addRead(server, context);
  addLooking(server, context);
}
