import { z } from 'zod';
import { decideAppeal } from '../../review/appeals/decide-appeal.ts';
import { openAppeal } from '../../review/appeals/open-appeal.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { readRevisions } from '../read-revisions.ts';
import { sendAnswer } from '../send-answer.ts';
import { articleIdShape } from '../shapes/id-shape.ts';
import { readArticleFor } from './article/read-article-for.ts';
import { appealDecisionShape, appealShape, openedAppealShape, ownAppealShape } from './shapes/appeal-shape.ts';
import { deskArticleShape } from './shapes/desk-article-shape.ts';

const params = z.strictObject({ id: articleIdShape });
const OPENING = ['unknown_article', 'conflict', 'not_decided', 'appeal_open', 'appeal_late', 'appeal_decided'] as const;
const ABOUT =
  'Possible once, within six months after the publisher was told of the decision. Somebody else than whoever decided will decide.';

function addOwn(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'appeal', tags: ['articles'], summary: 'Appeal against the decision on an article', description: ABOUT },
    ...{ params, body: ownAppealShape, response: { 201: openedAppealShape } },
  };
  const config = { access: 'submit', problems: OPENING } as const;
  server.post('/v1/articles/:id/appeal', { config, schema }, async (request, reply) => {
    const { tenant, keyId } = callerOf(request);
    const { id: articleId } = request.params;
    const revision = request.body.revision ?? (await readRevisions(context.pool, tenant, articleId)).at(-1);
    if (revision === undefined) throw new ProblemError('unknown_article');
    const person = { id: `key:${keyId}`, tenant, role: 'publisher' } as const;
    const id = await openAppeal(context, person, { tenant, articleId, revision }, request.body.text);
    return reply.code(201).send({ id, revision, status: 'flagged' as const });
  });
}

function addOpen(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'openAppeal', tags: ['desk'], summary: 'Appeal against the decision on an article', description: ABOUT },
    ...{ params, body: appealShape, response: { 200: deskArticleShape } },
  };
  const config = { access: 'desk:publisher', problems: [...OPENING, 'not_allowed'] } as const;
  server.post('/v1/desk/articles/:id/appeals', { config, schema }, async (request, reply) => {
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const { id } = request.params;
    const { revision, text } = request.body;
    await openAppeal(context, person, { tenant, articleId: id, revision }, text);
    const body = await readArticleFor(context, tenant, person, { id, revision });
    return sendAnswer(reply, { status: 200, headers: {}, body });
  });
}

function addDecide(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'decideAppeal', tags: ['desk'], summary: 'Decide an appeal against what somebody else has decided' },
    ...{ params, body: appealDecisionShape, response: { 200: deskArticleShape } },
  };
  const problems = ['unknown_article', 'not_allowed', 'conflict', 'claimed', 'unclaimed', 'stale_claim', 'stale_result'] as const;
  const config = { access: 'desk:moderator', problems: [...problems, 'not_on_desk', 'bad_reason', 'appeal_mismatch'] } as const;
  server.post('/v1/desk/articles/:id/appeals/decide', { config, schema }, async (request, reply) => {
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const { id } = request.params;
    const { revision, ...wish } = request.body;
    await decideAppeal(context, person, { tenant, articleId: id, revision }, wish);
    const body = await readArticleFor(context, tenant, person, { id, revision });
    return sendAnswer(reply, { status: 200, headers: {}, body });
  });
}

/** `POST /v1/articles/{id}/appeal`, and for people `POST /v1/desk/articles/{id}/appeals` and `…/appeals/decide`. */
export function addAppealRoutes(server: ApiServer, context: ApiContext): void {
  addOwn(server, context);
  addOpen(server, context);
  addDecide(server, context);
}
