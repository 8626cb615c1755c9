import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import type { Config, Mode } from '../../../src/service/config.ts';
import type { Desk } from '../../../src/service/open-desk.ts';
import { openTestDesk } from '../open-test-desk.ts';
import { createPlace, type TestPlace } from '../test-place.ts';

export const OPERATOR_KEY = `ck_operator_${'5e'.repeat(32)}`;

export interface Sent {
  readonly method?: string;
  /** The operator's when absent; none when empty. */
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly redirect?: 'follow' | 'manual';
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

/** A desk with its API on a free port, called over HTTP. */
export interface TestApi {
  readonly place: TestPlace;
  readonly desk: Desk;
  /** Sends a request and holds its answer to the document of the API. */
  readonly call: (path: string, sent?: Sent) => Promise<Answered>;
  readonly close: () => Promise<void>;
}

const document = JSON.parse(readFileSync(new URL('../../../schemas/openapi-1.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');

const toPart = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

function findPattern(path: string): string | undefined {
  const given = path.split('/');
  return Object.keys(document.paths).find((pattern) => {
    const wanted = pattern.split('/');
    return wanted.length === given.length && wanted.every((part, index) => part.startsWith('{') || part === given[index]);
  });
}

/** The status is one that the document names, and the body is what it says. */
export function expectDocumented(path: string, method: string, answered: Answered): void {
  const pattern = findPattern(new URL(`http://desk${path}`).pathname);
  const operation = pattern === undefined ? undefined : document.paths[pattern][method.toLowerCase()];
  if (!operation) return;
  const [type = ''] = (answered.headers.get('content-type') ?? '').split(';');
  if (answered.status === 204) {
    expect([operation.responses[204]?.content, answered.text]).toEqual([undefined, '']);
    return;
  }
  const where = `${method} ${pattern} ${answered.status} ${type}`;
  expect(operation.responses[answered.status]?.content?.[type], `${where}: ${answered.text.slice(0, 500)}`).toBeDefined();
  const parts = ['paths', pattern ?? '', method.toLowerCase(), 'responses', `${answered.status}`, 'content', type, 'schema'];
  const validate = ajv.getSchema(`openapi#/${parts.map(toPart).join('/')}`);
  expect(validate?.(answered.json), `${where}: ${JSON.stringify(validate?.errors)} ${answered.text.slice(0, 500)}`).toBe(true);
}

export async function send(
  url: string,
  path: string,
  { method, key = OPERATOR_KEY, body, headers, redirect = 'follow' }: Sent = {},
): Promise<Answered> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(new URL(`${url}${path}`), {
    redirect,
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(key !== '' && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /[/+]json(?:;|$)/u.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
}

export async function openTestApi(mode: Mode, overrides: Partial<Config> = {}): Promise<TestApi> {
  const created = await createPlace(mode);
  const place = { ...created, env: { ...created.env, COPYDESK_OPERATOR_KEY: OPERATOR_KEY } };
  const desk = await openTestDesk(place, undefined, overrides);
  const url = desk.url ?? '';
  return {
    place,
    desk,
    call: async (path, sent = {}) => {
      const answered = await send(url, path, sent);
      expectDocumented(path, sent.method ?? (sent.body === undefined ? 'GET' : 'POST'), answered);
      return answered;
    },
    close: async () => {
      await desk.close();
      await place.remove();
    },
  };
}
