import { z } from 'zod';
import { moderatedArticleSchema } from '../../../schema/moderated-article-schema.ts';
import { type ListedDelivery, listDeliveries } from '../../delivery/list-deliveries.ts';
import { readDeliveryResult } from '../../delivery/read-delivery-result.ts';
import { replayDeadDeliveries } from '../../delivery/replay-dead-deliveries.ts';
import { replayDelivery } from '../../delivery/replay-delivery.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { WITH_LIMITS } from '../describe-route.ts';
import { createIntakeGuard, type GuardIntake } from '../guard-intake.ts';
import { ProblemError } from '../problem-error.ts';
import { readViewer } from '../read-viewer.ts';
import { sendAnswer } from '../send-answer.ts';
import { deliveryStateShape } from '../shapes/article-shape.ts';
import { deliveryListShape, replayedDeadShape } from '../shapes/delivery-shape.ts';
import { deliveryIdShape } from '../shapes/id-shape.ts';
import { pageSizeShape } from '../shapes/list-shape.ts';
import { storableText } from '../shapes/storable-text.ts';
import { spliceField } from '../splice-field.ts';

const TAGS = ['deliveries'];

const queryShape = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,18}$/u)
    .optional()
    .describe('`next` of the page before; from the first decision when absent.'),
  state: deliveryStateShape.optional().describe('Only those in this state: a list to look through, not a feed to follow.'),
  limit: pageSizeShape,
  bodies: z.stringbool().default(true).describe('Whether each decision comes with what the publisher is told.'),
});

function writeDelivery({ body, source, createdAt, lastAttemptAt, dueAt, ...rest }: ListedDelivery): string {
  const fields = {
    ...{ ...rest, source: source || null, createdAt: createdAt.toISOString() },
    ...{ lastAttemptAt: lastAttemptAt?.toISOString() ?? null, dueAt: dueAt?.toISOString() ?? null },
  };
  return spliceField(fields, 'body', body);
}

function addListDeliveries(server: ApiServer, { pool, log }: ApiContext): void {
  const schema = {
    ...{ operationId: 'listDeliveries', tags: TAGS, summary: 'Fetch decisions in the order they were made' },
    ...{ querystring: queryShape, response: { 200: deliveryListShape } },
  };
  server.get('/v1/deliveries', { config: { access: 'read' }, schema }, async (request, reply) => {
    const { after, state, limit, bodies: withBodies } = request.query;
    const caller = callerOf(request);
    const viewer = await readViewer(pool, caller);
    const query = { tenant: caller.tenant, limit, withBodies, viewer, ...(after && { after }), ...(state && { state }) };
    const { deliveries, next } = await listDeliveries({ pool, log }, query);
    const body = `{"deliveries":[${deliveries.map(writeDelivery).join(',')}],"next":${JSON.stringify(next)}}`;
    return sendAnswer(reply, { status: 200, headers: {}, body });
  });
}

function addResult(server: ApiServer, { pool }: ApiContext): void {
  const schema = {
    ...{ operationId: 'getDeliveryResult', tags: TAGS, summary: 'Read the result that a decision is about' },
    description:
      'The very bytes that the decision told of, whatever has become of the article since: an appeal, an undoing or a replay.',
    ...{ params: z.strictObject({ id: deliveryIdShape }), response: { 200: moderatedArticleSchema } },
  };
  const config = { access: 'read', problems: ['unknown_delivery', 'no_result', 'purged'] } as const;
  server.get('/v1/deliveries/:id/result', { config, schema }, async (request, reply) => {
    const caller = callerOf(request);
    const wanted = { tenant: caller.tenant, id: request.params.id };
    const found = await readDeliveryResult(pool, wanted, await readViewer(pool, caller));
    if (!found) throw new ProblemError('unknown_delivery');
    if (found.json === null) throw new ProblemError(found.isPurged ? 'purged' : 'no_result');
    return sendAnswer(reply, { status: 200, headers: {}, body: found.json });
  });
}

function addReplayDelivery(server: ApiServer, { pool, log }: ApiContext, guardIntake: GuardIntake): void {
  const schema = {
    ...{ operationId: 'replayDelivery', tags: TAGS, summary: 'Send a decision once more, under the same webhook-id' },
    params: z.strictObject({ id: deliveryIdShape }),
    response: { 202: z.strictObject({ id: z.string(), outcome: z.literal('replayed') }) },
  };
  const config = {
    access: 'submit',
    problems: [...WITH_LIMITS, 'unknown_delivery', 'under_way', 'stale', 'no_webhook'],
  } as const;
  server.post('/v1/deliveries/:id/replay', { config, schema }, async (request, reply) => {
    const { id } = request.params;
    const { tenant } = callerOf(request);
    await guardIntake(reply, tenant, 1);
    const outcome = await replayDelivery(pool, log, { tenant, id });
    if (outcome === 'unknown') throw new ProblemError('unknown_delivery');
    if (outcome !== 'replayed') throw new ProblemError(outcome);
    return reply.code(202).send({ id, outcome });
  });
}

function addReplayDead(server: ApiServer, { pool, log }: ApiContext, guardIntake: GuardIntake): void {
  const schema = {
    ...{ operationId: 'replayDeadDeliveries', tags: TAGS, summary: 'Send every dead decision once more' },
    querystring: z.strictObject({ source: storableText().max(2000).optional().describe('Only of articles of this source.') }),
    response: { 202: replayedDeadShape },
  };
  const config = { access: 'submit', problems: WITH_LIMITS } as const;
  server.post('/v1/deliveries/replay', { config, schema }, async (request, reply) => {
    const { source } = request.query;
    const { tenant } = callerOf(request);
    await guardIntake(reply, tenant, 1);
    const choice = { tenant, ...(source !== undefined && { source }) };
    return reply.code(202).send(await replayDeadDeliveries(pool, log, choice));
  });
}

/** `/v1/deliveries`. */
export function addDeliveryRoutes(server: ApiServer, context: ApiContext): void {
  addListDeliveries(server, context);
  addResult(server, context);
  const guardIntake = createIntakeGuard(context);
  addReplayDelivery(server, context, guardIntake);
  addReplayDead(server, context, guardIntake);
}
