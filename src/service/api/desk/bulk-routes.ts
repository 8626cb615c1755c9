import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { createBulk } from '../../review/bulk/create-bulk.ts';
import { countBulk } from '../../review/bulk/list-bulk.ts';
import { type BulkProgress, readBulk } from '../../review/bulk/read-bulk.ts';
import { stopBulk, undoBulk } from '../../review/bulk/stop-bulk.ts';
import { checkReason } from '../../review/check-reason.ts';
import type { QueueFilter } from '../../review/queue/queue-filter.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { type AskedFilter, chooseFilter } from './queue/choose-filter.ts';
import { readQueue } from './queue/read-queue.ts';
import {
  bulkCountShape,
  bulkIdShape,
  bulkProgressShape,
  bulkShape,
  bulkStateShape,
  createdBulkShape,
} from './shapes/bulk-shape.ts';

const SAMPLE = { limit: 10, facets: false } as const;
const params = z.strictObject({ id: bulkIdShape });
const isBulkState = (state: string) => bulkStateShape.safeParse(state).success;
const response = { 200: bulkProgressShape };

async function readProgress({ pool }: ApiContext, tenant: string, id: string): Promise<BulkProgress> {
  const progress = await readBulk(pool, tenant, id);
  if (!progress) throw new ProblemError('unknown_bulk');
  return progress;
}

/** The filters of a bulk decision. Throws `ProblemError` for a view of articles that do not wait for a person. */
async function chooseWaiting(context: ApiContext, request: FastifyRequest, asked: AskedFilter): Promise<QueueFilter> {
  const filter = await chooseFilter(context.pool, callerOf(request).tenant, personOf(request), asked);
  if (!isBulkState(filter.state)) {
    throw new ProblemError('stale_view', {
      detail: `The view is of the state ${filter.state}; decisions in bulk are on the desk only.`,
    });
  }
  return filter;
}

function addCreate(server: ApiServer, context: ApiContext): void {
  const { pool, wake } = context;
  const schema = {
    ...{ operationId: 'decideInBulk', tags: ['desk'], summary: 'Decide on all articles that fit a filter, or count them' },
    description:
      'Each is claimed and decided as one by hand, and refused like one: at most 10,000, one after another. Count them first, with `dryRun`: the answer has the `token` that the decision names, which is about just these articles.',
    ...{ body: bulkShape, response: { 200: bulkCountShape, 202: createdBulkShape } },
  };
  const config = { access: 'desk:lead', problems: ['bad_reason', 'unknown_view', 'stale_view', 'stale_count'] } as const;
  server.post('/v1/desk/bulk', { config, schema }, async (request, reply) => {
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const { filter: asked, decision, reason, dryRun, token } = request.body;
    const filter = await chooseWaiting(context, request, asked);
    checkReason(decision, reason);
    if (dryRun) {
      const counted = await countBulk(pool, tenant, person, filter);
      const { articles: sample } = await readQueue(pool, tenant, person, filter, SAMPLE);
      return { ...counted, sample };
    }
    const created = token && (await createBulk(pool, tenant, person, { filter, decision, reason, token }));
    if (!created) throw new ProblemError('stale_count');
    wake();
    return reply.code(202).send(created);
  });
}

function addRead(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'getBulk', tags: ['desk'], summary: 'Read how far a bulk decision has come' },
    ...{ params, response },
  };
  const config = { access: 'desk:lead', problems: ['unknown_bulk'] } as const;
  server.get('/v1/desk/bulk/:id', { config, schema }, (request) =>
    readProgress(context, callerOf(request).tenant, request.params.id),
  );
}

function addStop(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'stopBulk', tags: ['desk'], summary: 'Stop a bulk decision; what is decided stays so' },
    ...{ params, response },
  };
  const config = { access: 'desk:lead', problems: ['unknown_bulk'] } as const;
  server.delete('/v1/desk/bulk/:id', { config, schema }, async (request) => {
    const { tenant } = callerOf(request);
    await stopBulk(context.pool, tenant, personOf(request), request.params.id);
    return readProgress(context, tenant, request.params.id);
  });
}

function addUndo(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'undoBulk', tags: ['desk'], summary: 'Take the decisions of a bulk back, one after another' },
    description: 'What was told already is withdrawn. Decisions that somebody has changed since stay as they are.',
    ...{ params, response },
  };
  const config = { access: 'desk:lead', problems: ['unknown_bulk'] } as const;
  server.post('/v1/desk/bulk/:id/undo', { config, schema }, async (request) => {
    const { tenant } = callerOf(request);
    await undoBulk(context.pool, tenant, personOf(request), request.params.id);
    context.wake();
    return readProgress(context, tenant, request.params.id);
  });
}

/** `POST /v1/desk/bulk`, `GET` and `DELETE /v1/desk/bulk/{id}`, and `POST /v1/desk/bulk/{id}/undo`. */
export function addBulkRoutes(server: ApiServer, context: ApiContext): void {
  addCreate(server, context);
  addRead(server, context);
  addStop(server, context);
  addUndo(server, context);
}
