import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ApiDocument, drawOperations } from '../../src/client/draw-operations.ts';
import { OPERATIONS } from '../../src/client/operations.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const document: ApiDocument = JSON.parse(read('schemas/openapi-1.json'));

/** A document with one schema and one operation. */
function documentOf(schema: ApiDocument['components']['schemas'][string]): ApiDocument {
  const operation = { operationId: 'getThing', summary: 'Read a thing', responses: { 200: {}, 404: {} } };
  return { components: { schemas: { Thing: schema } }, paths: { '/thing/{id}': { get: operation } } };
}

describe('the types of the client', () => {
  it('are those of the published document of the API (else: node src/client/write-operations.ts)', () => {
    expect(read('src/client/operations.ts')).toBe(drawOperations(document));
  });

  it('know every operation of the document', () => {
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => [operationId, { method: method.toUpperCase(), path }] as const),
    );
    expect(listed.length).toBeGreaterThan(10);
    expect(OPERATIONS).toEqual(Object.fromEntries(listed));
  });
});

describe('drawing types', () => {
  it.each([
    [{ type: 'string' }, 'type Thing = string;'],
    [{ type: 'integer' }, 'type Thing = number;'],
    [{ type: ['string', 'null'] }, 'type Thing = string | null;'],
    [{ type: 'string', enum: ['a', 'b'] }, 'type Thing = "a" | "b";'],
    [{ type: 'string', const: 'a' }, 'type Thing = "a";'],
    [{ anyOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] }, 'type Thing = Thing | null;'],
    [{ oneOf: [{ type: 'number' }, { type: 'integer' }] }, 'type Thing = number;'],
    [{ type: 'array', items: { type: 'string' } }, 'type Thing = readonly string[];'],
    [{ type: 'array', items: { enum: ['a', 'b'] } }, 'type Thing = readonly ("a" | "b")[];'],
    [{ type: 'array', items: { type: 'array', items: { type: 'boolean' } } }, 'type Thing = readonly (readonly boolean[])[];'],
    [{ type: 'object', additionalProperties: {} }, 'type Thing = Readonly<Record<string, unknown>>;'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, 'type Thing = Readonly<Record<string, number>>;'],
    [{ type: 'object', additionalProperties: false }, 'type Thing = Readonly<Record<string, never>>;'],
    [
      {
        type: 'object',
        properties: { a: { type: 'string' }, 'b-c': { description: 'Ends */ here.', type: 'null' } },
        required: ['a'],
      },
      'interface Thing {\n  readonly a: string;\n  /** Ends * / here. */\n  readonly "b-c"?: null;\n}',
    ],
    [{}, 'type Thing = unknown;'],
  ])('draws %j', (schema, type) => {
    expect(drawOperations(documentOf(schema))).toContain(`export ${type}\n`);
  });

  it('draws an operation without body and answer', () => {
    const drawn = drawOperations(documentOf({}));
    expect(drawn).toContain("getThing: { method: 'GET', path: '/thing/{id}' },");
    expect(drawn).toContain('readonly body: undefined;\n    readonly answer: undefined;');
  });

  it('refuses a type that it does not know', () => {
    expect(() => drawOperations(documentOf({ type: 'date' }))).toThrow('the type date');
  });
});
