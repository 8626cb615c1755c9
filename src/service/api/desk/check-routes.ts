import { z } from 'zod';
import { checkDecision } from '../../review/checks/check-decision.ts';
import { offerCheck } from '../../review/checks/offer-check.ts';
import { readAgreement } from '../../review/checks/read-agreement.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { sendAnswer } from '../send-answer.ts';
import { articleIdShape } from '../shapes/id-shape.ts';
import { readArticleFor } from './article/read-article-for.ts';
import { readBlindArticle } from './article/read-blind-article.ts';
import { agreementQueryShape, agreementShape, checkShape } from './shapes/check-shape.ts';
import { deskArticleShape } from './shapes/desk-article-shape.ts';

function addNext(server: ApiServer, { pool }: ApiContext): void {
  const schema = {
    ...{ operationId: 'getNextCheck', tags: ['desk'], summary: 'Find a decided article to look at without knowing the decision' },
    description:
      'One of the sample, never of an article with which this person has had to do. For a quarter of an hour nobody else gets it, and all answers to this person show the article without what people did.',
    response: { 200: deskArticleShape.nullable() },
  };
  server.get('/v1/desk/checks/next', { config: { access: 'desk:moderator' }, schema }, async (request, reply) => {
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const offered = await offerCheck(pool, tenant, person);
    const body = offered ? await readBlindArticle(pool, tenant, person, offered) : 'null';
    return sendAnswer(reply, { status: 200, headers: {}, body });
  });
}

function addCheck(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'checkDecision', tags: ['desk'], summary: 'Say what one would have decided' },
    description: 'The decision stands, whatever the second person says; the answer shows it.',
    ...{ params: z.strictObject({ id: articleIdShape }), body: checkShape, response: { 200: deskArticleShape } },
  };
  const problems = ['unknown_article', 'not_allowed', 'conflict', 'not_decided', 'not_offered', 'bad_reason'] as const;
  server.post(
    '/v1/desk/articles/:id/check',
    { config: { access: 'desk:moderator', problems }, schema },
    async (request, reply) => {
      const [{ tenant }, person] = [callerOf(request), personOf(request)];
      const { id } = request.params;
      const { revision, ...wish } = request.body;
      await checkDecision(context, person, { tenant, articleId: id, revision }, wish);
      const body = await readArticleFor(context, tenant, person, { id, revision });
      return sendAnswer(reply, { status: 200, headers: {}, body });
    },
  );
}

function addAgreement(server: ApiServer, { pool }: ApiContext): void {
  const schema = {
    ...{ operationId: 'getAgreement', tags: ['desk'], summary: 'Read how often second persons said the same' },
    ...{ querystring: agreementQueryShape, response: { 200: agreementShape } },
  };
  server.get('/v1/desk/agreement', { config: { access: 'desk:lead' }, schema }, (request) =>
    readAgreement(pool, callerOf(request).tenant, request.query.days),
  );
}

/** `GET /v1/desk/checks/next`, `POST /v1/desk/articles/{id}/check` and `GET /v1/desk/agreement`. */
export function addCheckRoutes(server: ApiServer, context: ApiContext): void {
  addNext(server, context);
  addCheck(server, context);
  addAgreement(server, context);
}
