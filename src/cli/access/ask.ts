import { randomBytes } from 'node:crypto';
import { hashSecret, SCOPES } from '../../service/access/api-key.ts';
import { readTenant } from '../../service/access/tenant.ts';
import { createApi } from '../../service/api/create-api.ts';
import type { Config } from '../../service/config.ts';
import { nameTargetFault } from '../../service/delivery/target/name-target-fault.ts';
import { openStore } from '../../service/store/open-store.ts';
import type { SqlPool } from '../../service/store/sql-pool.ts';
import { CliError, EXIT } from '../cli-error.ts';

/** A question to the API. */
export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly tenant?: string;
  readonly body?: object;
}

/** Resolves to the JSON of a 2xx answer. Throws `CliError` with what the API says is wrong. */
export type Ask = (question: Question) => Promise<Readonly<Record<string, unknown>>>;

function readAnswer(status: number, text: string): Readonly<Record<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new CliError(`what answers there is no Copydesk (status ${status}); is --url right?`, EXIT.io);
  }
  // Our own API writes objects only.
  const answer = json as Readonly<Record<string, unknown>>;
  if (status < 300) return answer;
  const faults = Array.isArray(answer.errors)
    ? answer.errors.map(({ pointer, detail }) => ` ${pointer}: ${detail}`).join(';')
    : '';
  const code = status >= 500 ? EXIT.io : status === 401 || status === 403 ? EXIT.config : EXIT.data;
  throw new CliError(`${String(answer.title)} (${String(answer.code)}).${faults || ` ${String(answer.detail)}`}`, code);
}

/** Asks a running desk. */
export function askByHttp(url: string, key: string): Ask {
  return async ({ method, path, tenant, body }) => {
    const headers = {
      authorization: `Bearer ${key}`,
      ...(tenant !== undefined && { 'copydesk-tenant': tenant }),
      ...(body && { 'content-type': 'application/json' }),
    };
    let response: Response;
    try {
      response = await fetch(`${url.replace(/\/$/u, '')}${path}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
    } catch (error) {
      const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : 'no answer';
      throw new CliError(`the desk at ${url} cannot be reached (${reason})`, EXIT.io);
    }
    return readAnswer(response.status, await response.text());
  };
}

const unused = (): never => {
  throw new Error('keys and tenants need nothing but the store');
};

/** The API in this process, which nobody else can reach, with a key that only it knows. */
async function openPrivateApi(pool: SqlPool, config: Config) {
  const secret = randomBytes(32).toString('hex');
  const about = { id: 'cli', tenant: null, name: 'cli', scopes: SCOPES, expiresAt: null, revokedAt: null };
  const key = { ...about, createdAt: new Date(), hash: hashSecret(secret) };
  const api = await createApi({
    ...{
      pool,
      notices: { subscribe: unused, close: unused },
      log: () => undefined,
      limiter: { take: unused, spent: unused, close: unused },
    },
    ...{ readKey: () => Promise.resolve(key), readTenant: (id) => readTenant(pool, id), pingRedis: undefined },
    ...{ forgetKey: () => undefined, forgetTenant: () => undefined },
    ...{ threads: unused, wake: () => undefined, closing: new AbortController().signal },
    checkWebhook: (url) => Promise.resolve(nameTargetFault(url, config.privateTargets)),
    settings: { ...config, checks: 0 },
  });
  return { api, authorization: `Bearer ck_cli_${secret}` };
}

/** Opens the store and asks the API over it, in this process. Throws what opening a store throws. */
export async function askStore<T>(config: Config, work: (ask: Ask) => Promise<T>): Promise<T> {
  const store = await openStore(config.store, () => undefined);
  try {
    const { api, authorization } = await openPrivateApi(store.pool, config);
    const ask: Ask = async ({ method, path, tenant, body }) => {
      const headers = { authorization, ...(tenant !== undefined && { 'copydesk-tenant': tenant }) };
      const { statusCode, body: text } = await api.inject({ method, url: path, headers, ...(body && { payload: body }) });
      return readAnswer(statusCode, text);
    };
    return await work(ask).finally(() => api.close());
  } finally {
    await store.close();
  }
}
