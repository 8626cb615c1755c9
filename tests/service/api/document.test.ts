import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../src/service/api/document/examples.ts';
import { OPENAPI_FILE, writeDocument } from '../../../src/service/api/document/write-document.ts';
import { PROBLEMS } from '../../../src/service/api/problems.ts';

const text = readFileSync(OPENAPI_FILE, 'utf8');
const document = JSON.parse(text);
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');

type Content = Readonly<Record<string, { readonly example?: unknown }>>;
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

const operations: readonly (readonly [string, string, Operation])[] = Object.entries<Record<string, Operation>>(
  document.paths,
).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [path, method, operation] as const));

const toPart = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
const fits = (parts: readonly string[], value: unknown) => {
  const validate = ajv.getSchema(`openapi#/${['paths', ...parts, 'schema'].map(toPart).join('/')}`);
  return [validate?.(value), validate?.errors ?? null];
};

describe('the document of the API', () => {
  it('is the committed file', async () => {
    expect(await writeDocument()).toBe(text);
  });

  it('is valid OpenAPI 3.1', async () => {
    const validated = await new Validator().validate(structuredClone(document));
    expect(validated).toMatchObject({ valid: true });
    expect(document.openapi).toBe('3.1.0');
  });

  it('names every problem, and only real ones', () => {
    for (const code of Object.keys(PROBLEMS)) expect(document.info.description).toContain(`| \`${code}\` |`);
  });

  it.each(operations)('%s %s says what it does and gives examples that fit', (path, method, operation) => {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/u);
    expect(operation.summary.length).toBeGreaterThan(5);
    expect(operation.description.length).toBeGreaterThan(5);
    const { example } = operation.requestBody?.content['application/json'] ?? {};
    if (example !== undefined) {
      expect(fits([path, method, 'requestBody', 'content', 'application/json'], example)).toEqual([true, null]);
    }
    for (const [status, { description, content }] of Object.entries(operation.responses)) {
      expect(description.length).toBeGreaterThan(3);
      for (const [type, { example: answer }] of Object.entries(content ?? {})) {
        if (answer === undefined) continue;
        expect(fits([path, method, 'responses', status, 'content', type], answer)).toEqual([true, null]);
      }
    }
  });

  it('uses every example', () => {
    const shown = operations.filter(([, , { operationId }]) => EXAMPLES[operationId] !== undefined);
    expect(shown).toHaveLength(Object.keys(EXAMPLES).length);
    for (const [, , { operationId, responses }] of shown) {
      for (const status of Object.keys(EXAMPLES[operationId]?.answers ?? {})) {
        expect(responses[status]?.content?.['application/json']?.example, operationId).toBeDefined();
      }
    }
  });
});
