import { CopydeskError } from './copydesk-error.ts';

/** How a request is repeated. */
export interface RetryRules {
  /** Whether it may be done twice: it has an idempotency key, or changes nothing. */
  readonly isRepeatable: boolean;
  /** How long it may wait altogether, in seconds; what would wait longer fails at once. */
  readonly patienceSeconds: number;
  /** Hears of each wait before it begins. */
  readonly onWait: (seconds: number, error: CopydeskError) => void;
  readonly signal: AbortSignal | undefined;
}

/** Refused before anything was done, for a reason that passes. */
const REFUSED: ReadonlySet<string> = new Set(['rate_limited', 'queue_full', 'busy', 'closing']);
/** May have been done or not: nobody knows, but for who may ask again. */
const UNKNOWN: ReadonlySet<string> = new Set(['unreachable', 'internal', 'store_unavailable', 'idempotency_in_flight']);
/** Of proxies and load balancers. */
const PASSING_STATUSES: ReadonlySet<number> = new Set([429, 502, 503, 504]);

const FIRST_WAIT = 0.25;
const LONGEST_WAIT = 30;

function isPassing({ code, status }: CopydeskError, isRepeatable: boolean): boolean {
  if (REFUSED.has(code)) return true;
  if (!isRepeatable) return false;
  return UNKNOWN.has(code) || (code === 'unexpected_answer' && status !== undefined && PASSING_STATUSES.has(status));
}

/** Doubles from a quarter of a second, by chance up to a half less, so that many clients do not come back at once. */
function chooseWait(attempt: number, { retryAfterSeconds }: CopydeskError): number {
  const backoff = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (1 - Math.random() / 2);
  return Math.max(backoff, retryAfterSeconds ?? 0);
}

function sleep(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const stop = () => reject(signal?.reason);
  const timer = setTimeout(resolve, seconds * 1000);
  signal?.addEventListener('abort', stop, { once: true });
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  });
}

/** Does the work until it succeeds, fails for good, or patience is at its end; then throws the last error. */
export async function retry<Answer>(work: () => Promise<Answer>, rules: RetryRules): Promise<Answer> {
  let waited = 0;
  for (let attempt = 0; ; attempt++) {
    rules.signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CopydeskError) || !isPassing(error, rules.isRepeatable)) throw error;
      const seconds = chooseWait(attempt, error);
      waited += seconds;
      if (waited > rules.patienceSeconds) throw error;
      rules.onWait(seconds, error);
      await sleep(seconds, rules.signal);
    }
  }
}
