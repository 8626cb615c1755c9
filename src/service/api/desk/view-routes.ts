import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readPersons } from '../../people/read-persons.ts';
import { changeView, deleteView, insertView, listViews, mayChangeView, readView, type View } from '../../people/views.ts';
import type { Person } from '../../review/person.ts';
import type { SqlPool } from '../../store/sql-pool.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { storableText } from '../shapes/storable-text.ts';
import { readStoredFilter } from './read-stored-filter.ts';
import { newViewShape, type ViewShape, viewListShape, viewShape } from './shapes/view-shape.ts';

const TAGS = ['desk'];
const MODERATOR = { access: 'desk:moderator' } as const;
const idParams = z.strictObject({ id: storableText().max(100).describe('The `id` of a view.') });

/** Views as this person sees them. */
async function describeViews(pool: SqlPool, views: readonly View[], person: Person): Promise<ViewShape[]> {
  const nameOwner = await readPersons(
    pool,
    views.map(({ owner }) => owner),
  );
  return views.map((view) => {
    const { id: ownerId, name: ownerName, role, tenant } = nameOwner(view.owner);
    const filter = readStoredFilter(view.filter);
    return {
      ...{ id: view.id, name: view.name, filter: filter ?? {}, isStale: filter === undefined, isShared: view.isShared },
      owner: { id: ownerId, name: ownerName, role, tenant },
      ...{ isOwn: view.owner === person.id, mayChange: mayChangeView(view, person) },
    };
  });
}

async function describeView(pool: SqlPool, view: View, person: Person): Promise<ViewShape> {
  const [described] = await describeViews(pool, [view], person);
  if (!described) throw new ProblemError('unknown_view');
  return described;
}

async function readHere({ pool }: ApiContext, request: FastifyRequest, id: string): Promise<View> {
  const view = await readView(pool, callerOf(request).tenant, personOf(request).id, id);
  if (!view) throw new ProblemError('unknown_view');
  return view;
}

/** A view that this person may write. */
async function readWritable(context: ApiContext, request: FastifyRequest, id: string): Promise<View> {
  const view = await readHere(context, request, id);
  if (!mayChangeView(view, personOf(request))) throw new ProblemError('not_allowed');
  return view;
}

function addListViews(server: ApiServer, { pool }: ApiContext): void {
  const schema = {
    ...{ operationId: 'listViews', tags: TAGS, summary: "List one's own views of the queue and those that others share" },
    response: { 200: viewListShape },
  };
  server.get('/v1/desk/views', { config: MODERATOR, schema }, async (request) => {
    const person = personOf(request);
    const views = await listViews(pool, callerOf(request).tenant, person.id);
    return { views: await describeViews(pool, views, person) };
  });
}

function addCreateView(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'createView', tags: TAGS, summary: 'Keep a view of the queue under a name' },
    ...{ body: newViewShape, response: { 201: viewShape } },
  };
  const config = { ...MODERATOR, problems: ['view_exists', 'too_many_views'] } as const;
  server.post('/v1/desk/views', { config, schema }, async (request, reply) => {
    const [person, { tenant }] = [personOf(request), callerOf(request)];
    const made = await insertView(context.pool, tenant, person.id, request.body, new Date());
    if (made === 'taken') throw new ProblemError('view_exists');
    if (made === 'full') throw new ProblemError('too_many_views');
    const view = await readHere(context, request, made.id);
    return reply.code(201).send(await describeView(context.pool, view, person));
  });
}

function addChangeView(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'changeView', tags: TAGS, summary: 'Write a view of the queue anew' },
    ...{ params: idParams, body: newViewShape, response: { 200: viewShape } },
  };
  const config = { ...MODERATOR, problems: ['unknown_view', 'view_exists', 'not_allowed'] } as const;
  server.put('/v1/desk/views/:id', { config, schema }, async (request) => {
    const view = await readWritable(context, request, request.params.id);
    if (!(await changeView(context.pool, view.id, request.body))) throw new ProblemError('view_exists');
    return describeView(context.pool, { ...view, ...request.body }, personOf(request));
  });
}

function addDeleteView(server: ApiServer, context: ApiContext): void {
  const schema = {
    ...{ operationId: 'deleteView', tags: TAGS, summary: 'Delete a view of the queue' },
    ...{ params: idParams, response: { 200: viewShape } },
  };
  const config = { ...MODERATOR, problems: ['unknown_view', 'not_allowed'] } as const;
  server.delete('/v1/desk/views/:id', { config, schema }, async (request) => {
    const view = await readWritable(context, request, request.params.id);
    await deleteView(context.pool, view.id);
    return describeView(context.pool, view, personOf(request));
  });
}

/** `/v1/desk/views`. */
export function addDeskViewRoutes(server: ApiServer, context: ApiContext): void {
  addListViews(server, context);
  addCreateView(server, context);
  addChangeView(server, context);
  addDeleteView(server, context);
}
