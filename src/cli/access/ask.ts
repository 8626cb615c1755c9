import { randomBytes } from 'node:crypto';
import { createClient } from '../../client/client.ts';
import type { Call } from '../../client/create-call.ts';
import { loadRuleset } from '../../index.ts';
import { hashSecret, SCOPES } from '../../service/access/api-key.ts';
import { readTenant } from '../../service/access/tenant.ts';
import type { ApiServer } from '../../service/api/api-server.ts';
import { createApi } from '../../service/api/create-api.ts';
import type { Config } from '../../service/config.ts';
import { nameTargetFault } from '../../service/delivery/target/name-target-fault.ts';
import { openStore } from '../../service/store/open-store.ts';
import type { SqlPool } from '../../service/store/sql-pool.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { DeskAddress } from './desk-address.ts';
import { toAskError } from './to-ask-error.ts';

/** Calls an operation of the API by its name. Throws `CliError` with what the API says is wrong. */
export type Ask = Call;

const TIMEOUT_SECONDS = 30;
/** A part that every answer has; what lacks it comes from something else than a desk. */
const PARTS = ['id', 'keys', 'tenants', 'articles', 'deliveries', 'rules'] as const;

function checkAnswer<Answer>(answer: Answer): Answer {
  const isOurs = typeof answer === 'object' && answer !== null && PARTS.some((part) => part in answer);
  if (isOurs) return answer;
  throw new CliError('what answers there is no Copydesk; is the address right?', EXIT.io);
}

function createAsk(call: Call): Ask {
  return async (name, parts) => {
    try {
      return checkAnswer(await call(name, parts));
    } catch (error) {
      throw toAskError(error);
    }
  };
}

/** Asks a running desk, once: a person sees what fails, and what was asked for is done once. */
export function askByHttp({ url, key, tenant }: DeskAddress): Ask {
  return createAsk(createClient({ url, key, tenant, patienceSeconds: 0, timeoutSeconds: TIMEOUT_SECONDS }).call);
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
      readSecret: unused,
      metrics: { write: unused, contentType: '' },
      limiter: { take: unused, giveBack: unused, spent: unused, close: unused },
    },
    ...{ readKey: () => Promise.resolve(key), readTenant: (id) => readTenant(pool, id), pingRedis: undefined },
    ...{ forgetKey: () => undefined, forgetTenant: () => undefined },
    ...{ rules: { read: unused, readNow: unused }, ruleset: () => loadRuleset(config.rulesFolder) },
    ...{ threads: unused, wake: () => undefined, closing: new AbortController().signal },
    checkWebhook: (url) => Promise.resolve(nameTargetFault(url, config.privateTargets)),
    settings: { ...config, checks: 0 },
  });
  return { api, key: `ck_cli_${secret}` };
}

/** `fetch` that ends in this process. */
function fetchWithin(api: ApiServer): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const method = request.method as 'GET' | 'POST' | 'PUT' | 'DELETE';
    const body = await request.text();
    const headers = Object.fromEntries(request.headers);
    const answer = await api.inject({ method, url: `${pathname}${search}`, headers, ...(body !== '' && { payload: body }) });
    const given = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as [string, string]);
    return new Response(answer.body, { status: answer.statusCode, headers: given });
  };
}

/** Opens the store and asks the API over it, in this process. Throws what opening a store throws. */
export async function askStore<T>(config: Config, tenant: string | undefined, work: (ask: Ask) => Promise<T>): Promise<T> {
  const store = await openStore(config.store, () => undefined);
  try {
    const { api, key } = await openPrivateApi(store.pool, config);
    const client = createClient({ url: 'http://copydesk.invalid', key, tenant, patienceSeconds: 0, fetch: fetchWithin(api) });
    return await work(createAsk(client.call)).finally(() => api.close());
  } finally {
    await store.close();
  }
}
