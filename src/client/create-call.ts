import { CopydeskError } from './copydesk-error.ts';
import { OPERATIONS, type Operations } from './operations.ts';
import { retry } from './retry.ts';
import { toCopydeskError } from './to-copydesk-error.ts';

export interface ClientOptions {
  /** Where the desk is, for example `http://127.0.0.1:8080`; a path in it stays. */
  readonly url: string;
  /** `ck_<id>_<secret>`. */
  readonly key: string;
  /** The tenant that an operator's key acts for. */
  readonly tenant?: string | undefined;
  /** How long a call may wait to be repeated, in seconds; 60 when absent, 0: it is never repeated. */
  readonly patienceSeconds?: number | undefined;
  /** How long one attempt may take, in seconds; 60 when absent. */
  readonly timeoutSeconds?: number | undefined;
  /** Hears of each wait before a call is repeated. */
  readonly onWait?: ((seconds: number, error: CopydeskError) => void) | undefined;
  /** In place of the platform's own. */
  readonly fetch?: typeof fetch | undefined;
}

export type OperationName = keyof Operations;

/** What a call hands over; parts that the operation does not know stay away. */
export interface CallParts<Name extends OperationName> {
  readonly path?: Operations[Name]['path'];
  readonly query?: Operations[Name]['query'];
  readonly body?: Operations[Name]['body'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** Calls an operation of the API by its name. Throws `CopydeskError`, or the reason of the signal. */
export type Call = <Name extends OperationName>(name: Name, parts?: CallParts<Name>) => Promise<Operations[Name]['answer']>;

const PATIENCE = 60;
const TIMEOUT = 60;

function writeUrl(base: string, path: string, parts: CallParts<OperationName>): string {
  const values = new Map<string, unknown>(Object.entries(parts.path ?? {}));
  const filled = path.replaceAll(/\{(\w{1,40})\}/gu, (_, name: string) => encodeURIComponent(String(values.get(name))));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts.query ?? {})) if (value !== undefined) query.set(name, String(value));
  const search = query.size === 0 ? '' : `?${query}`;
  return `${base}${filled}${search}`;
}

async function fetchOnce(fetcher: typeof fetch, url: string, init: RequestInit, seconds: number): Promise<unknown> {
  const timeout = AbortSignal.timeout(seconds * 1000);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  try {
    const response = await fetcher(url, { ...init, signal, redirect: 'manual' });
    const text = await response.text();
    if (!response.ok) throw toCopydeskError(response, text);
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null) return answer;
    throw new CopydeskError('unexpected_answer', 'the answer is no object');
  } catch (error) {
    init.signal?.throwIfAborted();
    if (error instanceof CopydeskError) throw error;
    if (error instanceof SyntaxError) throw new CopydeskError('unexpected_answer', 'the answer is not JSON', { cause: error });
    const reason = timeout.aborted ? `no answer within ${seconds} s` : 'no connection, or it broke';
    throw new CopydeskError('unreachable', `${new URL(url).origin} cannot be reached: ${reason}`, { cause: error });
  }
}

/** A secret is shown in one answer only: made twice, the second pushes out the first one's neighbour, and the first is never seen. */
function mayMakeSecret(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return 'newWebhookSecret' in body || ('webhookUrl' in body && body.webhookUrl !== null);
}

/** What is only read, or computed, is done again as often as wanted; so is what comes to the same when it is done twice. */
function isRepeatable(name: OperationName, method: string, { headers = {}, body }: CallParts<OperationName>): boolean {
  if (name === 'changeTenant') return !mayMakeSecret(body);
  return method !== 'POST' || 'idempotency-key' in headers || name === 'checkArticle';
}

/** Binds the operations of the API to a desk and a key. */
export function createCall(options: ClientOptions): Call {
  const { url, key, tenant, patienceSeconds = PATIENCE, timeoutSeconds = TIMEOUT, onWait = () => {} } = options;
  const fetcher = options.fetch ?? fetch;
  const base = url.replace(/\/$/u, '');
  const own = {
    authorization: `Bearer ${key}`,
    accept: 'application/json',
    ...(tenant !== undefined && { 'copydesk-tenant': tenant }),
  };
  return async (name, parts = {}) => {
    const { method, path } = OPERATIONS[name];
    const { body, headers = {}, signal } = parts;
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const init: RequestInit = {
      method,
      headers: { ...own, ...type, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    };
    const rules = { isRepeatable: isRepeatable(name, method, parts), patienceSeconds, onWait, signal };
    const address = writeUrl(base, path, parts);
    // What comes over the network is what the document of the API says.
    return (await retry(() => fetchOnce(fetcher, address, init, timeoutSeconds), rules)) as Operations[typeof name]['answer'];
  };
}
