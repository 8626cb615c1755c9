/** A request that was refused, as RFC 9457 describes it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly status: number;
  readonly detail: string;

  constructor(status: number, code: string, title: string, detail: string) {
    super(title);
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

/** What each request carries, once somebody is signed in. */
const carried = { csrf: '', tenant: '' };

/** Sets what each request carries from now on. */
export function carry(next: Partial<typeof carried>): void {
  Object.assign(carried, next);
}

function readField(body: unknown, name: string, fallback = ''): string {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : fallback;
}

/** What the desk says of single fields, each with its name. */
function listFaults(body: unknown): string {
  const errors: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'errors') : undefined;
  const faults: readonly unknown[] = Array.isArray(errors) ? errors : [];
  return faults.map((one) => `${readField(one, 'pointer').slice(1)}: ${readField(one, 'detail')}`).join(' ');
}

async function toProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => ({}));
  const detail = listFaults(body) || readField(body, 'detail');
  return new Problem(response.status, readField(body, 'code', 'internal'), readField(body, 'title', response.statusText), detail);
}

interface Asking {
  readonly signal?: AbortSignal | undefined;
  /** When it is not the one of now. */
  readonly tenant?: string | undefined;
}

/** Asks the desk. `T` is what its document says it answers. Throws `Problem`; without a network one with the code `offline`. */
export async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  { signal, tenant = carried.tenant }: Asking = {},
): Promise<T> {
  const isChange = method !== 'GET';
  const response = await fetch(`/v1/desk${path}`, {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(isChange && carried.csrf !== '' && { 'copydesk-csrf': carried.csrf }),
      ...(tenant !== '' && { 'copydesk-tenant': tenant }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Problem(0, 'offline', '', '');
  });
  if (!response.ok) throw await toProblem(response);
  // The answer is what the desk's document promises; its tests hold it to that.
  return (response.status === 204 ? undefined : await response.json()) as T;
}
