import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { changeView, deleteView, insertView, listViews, mayChangeView, readView, type View } from '../../people/views.ts';
import type { Person } from '../../review/person.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { storableText } from '../shapes/storable-text.ts';
import { queueFilterShape } from './shapes/queue-filter-shape.ts';
import { newViewShape, type ViewShape, viewListShape, viewShape } from './shapes/view-shape.ts';

const TAGS = ['desk'];
const MODERATOR = { access: 'desk:moderator' } as const;
const idParams = z.strictObject({ id: storableText().max(100).describe('The `id` of a view.') });

/** A key has no account: it shows as what it acts as. */
function describeOwner({ owner, ownerName, ownerRole, ownerTenant }: View, tenant: string): ViewShape['owner'] {
  if (ownerName !== null && ownerRole !== null) return { id: owner, name: ownerName, role: ownerRole, tenant: ownerTenant };
  return { id: owner, name: owner, role: 'moderator', tenant };
}

function describeView(view: View, person: Person, tenant: string): ViewShape {
  const { id, name, isShared } = view;
  return {
    ...{ id, name, isShared, owner: describeOwner(view, tenant), isOwn: view.owner === person.id },
    // It was checked by this shape when it was stored.
    filter: queueFilterShape.parse(view.filter),
    mayChange: mayChangeView(view, person),
  };
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
    const [person, { tenant }] = [personOf(request), callerOf(request)];
    const views = await listViews(pool, tenant, person.id);
    return { views: views.map((view) => describeView(view, person, tenant)) };
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
    return reply.code(201).send(describeView(await readHere(context, request, made.id), person, tenant));
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
    return describeView({ ...view, ...request.body }, personOf(request), callerOf(request).tenant);
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
    return describeView(view, personOf(request), callerOf(request).tenant);
  });
}

/** `/v1/desk/views`. */
export function addDeskViewRoutes(server: ApiServer, context: ApiContext): void {
  addListViews(server, context);
  addCreateView(server, context);
  addChangeView(server, context);
  addDeleteView(server, context);
}
