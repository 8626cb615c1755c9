import { Agent, type Dispatcher } from 'undici';
import { ENGINE_VERSION } from '../../moderation/model/engine.ts';
import type { Tracing } from '../telemetry/tracing/tracing.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';
import { nameSendFault } from './name-send-fault.ts';
import { readRetryAfter } from './read-retry-after.ts';
import type { SendResult } from './send-result.ts';
import { signWebhook } from './sign-webhook.ts';
import { checkTarget } from './target/check-target.ts';
import { guardLookup } from './target/guard-lookup.ts';
import type { Resolve } from './target/open-resolve.ts';
import type { PrivateTargets } from './target/private-targets.ts';

export interface SenderSettings {
  /** Targets in the operator's own network that are allowed. */
  readonly privateTargets: PrivateTargets;
  /** The longest that one attempt may take. */
  readonly timeoutSeconds: number;
  /** Asks for the addresses of a name; the system's own way when absent. */
  readonly resolve?: Resolve;
  /** Names an attempt to the receiver; absent: it is told of none. */
  readonly toTraceparent?: Tracing['toTraceparent'];
}

export interface Sender {
  /** One attempt. Never rejects. */
  readonly send: (delivery: ClaimedDelivery, signal: AbortSignal) => Promise<SendResult>;
  readonly close: () => Promise<void>;
}

const CONNECT_MS = 5000;
/** Many servers close an idle connection after 5 s; one that they have just closed costs an attempt. */
const KEEP_ALIVE_MS = 4000;
const KEEP_ALIVE_MOST_MS = 30_000;
const MOST_HEADER_BYTES = 16_384;
/** An answer's text is of no use to us: it is read so that the connection can be used again, or cut. */
const MOST_ANSWER_BYTES = 65_536;
const ANSWER_MS = 1000;

function openAgent({ privateTargets, timeoutSeconds, resolve }: SenderSettings): Agent {
  return new Agent({
    // A webhook follows no redirect, because undici follows none by itself.
    connect: { lookup: guardLookup(privateTargets, resolve), timeout: Math.min(CONNECT_MS, timeoutSeconds * 1000) },
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MOST_MS,
    maxHeaderSize: MOST_HEADER_BYTES,
    // The signal of the attempt bounds everything.
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: 1,
    allowH2: false,
  });
}

async function dropAnswer(body: Dispatcher.ResponseData['body']): Promise<void> {
  await body.dump({ limit: MOST_ANSWER_BYTES, signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => undefined);
}

/** 410 says that there will never be a receiver again; everything else may be mended. */
function nameStatus(status: number): string {
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirect' : `status_${status}`;
}

async function post(agent: Agent, delivery: ClaimedDelivery, url: URL, traceparent: string | undefined, signal: AbortSignal) {
  const { id, body, webhook } = delivery;
  const headers = {
    ...signWebhook({ id, body, secrets: webhook.secrets }, new Date()),
    'content-type': 'application/json',
    'user-agent': `Copydesk/${ENGINE_VERSION}`,
    ...(traceparent !== undefined && { traceparent }),
  };
  const answer = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'POST',
    headers,
    body,
    signal,
  });
  await dropAnswer(answer.body);
  return answer;
}

/** What sends webhooks, with its own connections. */
export function openSender(settings: SenderSettings): Sender {
  const agent = openAgent(settings);

  async function send(delivery: ClaimedDelivery, signal: AbortSignal): Promise<SendResult> {
    const from = performance.now();
    const seconds = () => Math.round(performance.now() - from) / 1000;
    const deadline = AbortSignal.timeout(settings.timeoutSeconds * 1000);
    try {
      const url = checkTarget(delivery.webhook.url, settings.privateTargets);
      const traceparent = settings.toTraceparent?.(delivery.trace);
      const ended = AbortSignal.any([signal, deadline]);
      const { statusCode: status, headers } = await post(agent, delivery, url, traceparent, ended);
      if (status >= 200 && status < 300) return { kind: 'succeeded', status, seconds: seconds() };
      const retryAfterSeconds = readRetryAfter(headers['retry-after'], new Date(), headers.date);
      const failed = { kind: 'failed', code: nameStatus(status), status, seconds: seconds() } as const;
      return retryAfterSeconds === undefined ? failed : { ...failed, retryAfterSeconds };
    } catch (error) {
      const code = deadline.aborted ? 'timeout' : signal.aborted ? 'stopped' : nameSendFault(error);
      return { kind: 'failed', code, seconds: seconds() };
    }
  }

  return { send, close: () => agent.destroy() };
}
