import { z } from 'zod';
import { lookWithin } from '../../review/queue/look-within.ts';
import { readNext } from '../../review/queue/read-next.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { named } from '../shapes/api-registry.ts';
import { chooseFilter } from './queue/choose-filter.ts';
import { readQueue } from './queue/read-queue.ts';
import { nextQueryShape, queueQueryShape } from './shapes/queue-query-shape.ts';
import { queueShape } from './shapes/queue-shape.ts';

const nextShape = named(
  'NextArticle',
  'The article to take next; null when there is none.',
  z.strictObject({ article: z.strictObject({ id: z.string(), revision: z.int().min(1) }).nullable() }),
);

/** `GET /v1/desk/queue` and `GET /v1/desk/next`. */
export function addDeskQueueRoutes(server: ApiServer, { pool }: ApiContext): void {
  const queueSchema = {
    ...{ operationId: 'getQueue', tags: ['desk'], summary: 'List what waits for people, in the order to take it' },
    ...{ querystring: queueQueryShape, response: { 200: queueShape } },
  };
  const config = { access: 'desk:moderator', problems: ['bad_cursor', 'unknown_view', 'stale_view'] } as const;
  server.get('/v1/desk/queue', { config, schema: queueSchema }, async (request) => {
    const { facets, cursor, limit, ...asked } = request.query;
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const filter = await chooseFilter(pool, tenant, person, asked);
    return lookWithin(pool, (session) => readQueue(session, tenant, person, filter, { facets, cursor, limit }));
  });
  const nextSchema = {
    ...{ operationId: 'getNext', tags: ['desk'], summary: 'Find the article to take next' },
    description: 'The first that nobody has and that this person has not skipped lately. Claim it: somebody else may be faster.',
    ...{ querystring: nextQueryShape, response: { 200: nextShape } },
  };
  const nextConfig = { access: 'desk:moderator', problems: ['unknown_view', 'stale_view'] } as const;
  server.get('/v1/desk/next', { config: nextConfig, schema: nextSchema }, async (request) => {
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const filter = await chooseFilter(pool, tenant, person, request.query);
    return { article: (await lookWithin(pool, (session) => readNext(session, tenant, person, filter))) ?? null };
  });
}
