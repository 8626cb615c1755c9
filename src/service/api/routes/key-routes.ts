import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { insertKey } from '../../access/insert-key.ts';
import { listKeys } from '../../access/list-keys.ts';
import { revokeKey } from '../../access/revoke-key.ts';
import { rotateKey } from '../../access/rotate-key.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { keyIdShape } from '../shapes/id-shape.ts';
import { describeKey, issuedKeyShape, keyEnd, keyShape, newKeyShape, rotatedKeyShape } from '../shapes/key-shape.ts';
import { queryNumber } from '../shapes/query-number.ts';

const OPERATORS = z
  .stringbool()
  .optional()
  .describe("The operators' keys instead of the tenant's; only operators may ask for them.");
const operatorsQuery = z.strictObject({ operators: OPERATORS });
const idParams = z.strictObject({ id: keyIdShape });
const ADMIN = { access: 'admin' } as const;
const NAMED = { access: 'admin', problems: ['unknown_key'] } as const;
const TAGS = ['keys'];

/** Whose keys are meant: the tenant's, or, for null, the operators'. */
function ownerOf({ tenant, isOperator }: Caller, ofOperators: boolean | undefined): string | null {
  if (!ofOperators) return tenant;
  if (!isOperator) throw new ProblemError('forbidden', { detail: "This needs an operator's key with the scope admin." });
  return null;
}

function toDate(time: string | undefined): Date | undefined {
  return time === undefined ? undefined : new Date(time);
}

/** Keys of a page; few tenants have more than one page of them. */
const PAGE = 1000;

const listQuery = z.strictObject({
  operators: OPERATORS,
  after: keyIdShape.optional().describe('`next` of the page before.'),
  limit: queryNumber(z.int().min(1).max(PAGE)).default(PAGE).describe('Entries of a page.'),
});

function addListKeys(server: ApiServer, { pool }: ApiContext): void {
  const next = z.string().nullable().describe('Send it as `after` for the next page; null on the last one.');
  const response = { 200: z.strictObject({ keys: z.array(keyShape), next }) };
  const schema = {
    operationId: 'listKeys',
    tags: TAGS,
    summary: 'List keys, without their secrets',
    querystring: listQuery,
    response,
  };
  server.get('/v1/keys', { config: ADMIN, schema }, async (request) => {
    const owner = ownerOf(callerOf(request), request.query.operators);
    const { after, limit } = request.query;
    const found = await listKeys(pool, owner, { after, limit: limit + 1 });
    const page = found.slice(0, limit);
    return { keys: page.map(describeKey), next: found.length > limit ? (page.at(-1)?.id ?? null) : null };
  });
}

function addCreateKey(server: ApiServer, { pool }: ApiContext): void {
  const schema = {
    operationId: 'createKey',
    tags: TAGS,
    summary: 'Make a key',
    body: newKeyShape,
    response: { 201: issuedKeyShape },
  };
  server.post('/v1/keys', { config: ADMIN, schema }, async (request, reply) => {
    const { name, scopes, expiresAt, isOperator } = request.body;
    const tenant = ownerOf(callerOf(request), isOperator);
    const wanted = {
      tenant,
      name,
      scopes: [...new Set(scopes)],
      expiresAt: toDate(expiresAt) ?? null,
    };
    const issued = await insertKey(pool, wanted, new Date());
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ ...describeKey(issued), key: issued.key });
  });
}

function addRevokeKey(server: ApiServer, { pool, forgetKey }: ApiContext): void {
  const schema = {
    ...{ operationId: 'revokeKey', tags: TAGS, summary: 'End a key, within a few seconds' },
    ...{ params: idParams, querystring: operatorsQuery, response: { 200: keyShape } },
  };
  server.delete('/v1/keys/:id', { config: NAMED, schema }, async (request) => {
    const owner = ownerOf(callerOf(request), request.query.operators);
    const revoked = await revokeKey(pool, owner, request.params.id, new Date());
    forgetKey(request.params.id);
    if (!revoked) throw new ProblemError('unknown_key');
    return describeKey(revoked);
  });
}

const rotationQuery = z.strictObject({
  operators: OPERATORS,
  expiresAt: keyEnd.optional().describe('When the new key ends; when the old one would have, if absent.'),
  overlapSeconds: queryNumber(z.int().min(0).max(2_592_000)).default(86_400).describe('How long the old key goes on working.'),
});

function addRotateKey(server: ApiServer, { pool, forgetKey }: ApiContext): void {
  const schema = {
    ...{ operationId: 'rotateKey', tags: TAGS, summary: 'Make a key in the place of another, which works on for a while' },
    ...{ params: idParams, querystring: rotationQuery, response: { 201: rotatedKeyShape } },
  };
  server.post('/v1/keys/:id/rotate', { config: NAMED, schema }, async (request, reply) => {
    const { id } = request.params;
    const owner = ownerOf(callerOf(request), request.query.operators);
    const { overlapSeconds, expiresAt } = request.query;
    const rotated = await rotateKey(pool, owner, id, { overlapSeconds, expiresAt: toDate(expiresAt) }, new Date());
    forgetKey(id);
    if (!rotated) throw new ProblemError('unknown_key');
    const { issued, oldExpiresAt } = rotated;
    const answer = { ...describeKey(issued), key: issued.key, replaces: id, oldExpiresAt: oldExpiresAt.toISOString() };
    return reply.code(201).header('cache-control', 'no-store').send(answer);
  });
}

/** `/v1/keys`. */
export function addKeyRoutes(server: ApiServer, context: ApiContext): void {
  addListKeys(server, context);
  addCreateKey(server, context);
  addRevokeKey(server, context);
  addRotateKey(server, context);
}
