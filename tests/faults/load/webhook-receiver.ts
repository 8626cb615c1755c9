import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Receiver, startReceiver } from '../../service/delivery/start-receiver.ts';

/** All that came under one webhook-id. */
export interface ReceivedDecision {
  readonly webhookId: string;
  readonly articleId: string;
  readonly externalId: string;
  readonly bodySha256: string;
  /** How often it came, and how often it was answered with 2xx. */
  received: number;
  taken: number;
  /** Of the first answer with 2xx, by the clock of `performance`. */
  takenAt: number | undefined;
  /** A repetition had other bytes. */
  hasChanged: boolean;
}

const SLOW_MS = 1200;

/** 0 to 99, always the same for an id. */
function lotOf(webhookId: string): number {
  return createHash('sha256').update(webhookId).digest().readUInt16BE(0) % 100;
}

/**
 * A publisher's receiver. It verifies each signature, keeps account by webhook-id, and has faults of its own: the first attempt of
 * 3 of 100 decisions is answered with 500, of 1 it is cut off, and 2 are answered late.
 */
export class WebhookReceiver {
  readonly decisions = new Map<string, ReceivedDecision>();
  /** Requests with a signature that is wrong or a body that cannot be read. */
  badRequests = 0;
  /** Articles of which a decision was taken. */
  readonly taken = new Set<string>();
  #secret = '';
  #server: Receiver | undefined;

  static async create(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    receiver.#server = await startReceiver((response, { headers, body }) => {
      const status = receiver.#take(headers, body);
      if (status === 'cut') return void response.socket?.resetAndDestroy();
      const answer = () => response.writeHead(Math.abs(status)).end();
      if (status < 0) setTimeout(answer, SLOW_MS);
      else answer();
    });
    return receiver;
  }

  get url(): string {
    return `${this.#server?.url ?? ''}/decisions`;
  }

  /** The secret that signatures are made with, as the desk gave it out. */
  expectSecret(secret: string): void {
    this.#secret = secret;
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  /** The status to answer; below 0: late. */
  #take(headers: IncomingHttpHeaders, body: string): number | 'cut' {
    const webhookId = String(headers['webhook-id']);
    // The time of the sender may be wrong: a clock that jumps is one of the faults.
    if (!this.#isSigned(webhookId, headers, body)) {
      this.badRequests++;
      return 401;
    }
    const decision = this.#note(webhookId, body);
    const lot = decision.received === 1 ? lotOf(webhookId) : 99;
    if (lot < 3) return 500;
    if (lot < 4) return 'cut';
    decision.taken++;
    decision.takenAt ??= performance.now();
    this.taken.add(decision.externalId);
    return lot < 6 ? -204 : 204;
  }

  #note(webhookId: string, body: string): ReceivedDecision {
    const bodySha256 = createHash('sha256').update(body).digest('hex');
    const known = this.decisions.get(webhookId);
    if (known) {
      known.received++;
      known.hasChanged ||= known.bodySha256 !== bodySha256;
      return known;
    }
    // Signed by the desk: its own form.
    const { data } = JSON.parse(body) as { readonly data: { readonly id: string; readonly externalId: string } };
    const counts = { received: 1, taken: 0, takenAt: undefined, hasChanged: false };
    const decision = { webhookId, articleId: data.id, externalId: data.externalId, bodySha256, ...counts };
    this.decisions.set(webhookId, decision);
    return decision;
  }

  /** Standard Webhooks by the book, without the code that signed. */
  #isSigned(webhookId: string, headers: IncomingHttpHeaders, body: string): boolean {
    const key = Buffer.from(this.#secret.replace('whsec_', ''), 'base64');
    const wanted = createHmac('sha256', key).update(`${webhookId}.${headers['webhook-timestamp']}.${body}`).digest();
    return String(headers['webhook-signature'])
      .split(' ')
      .map((signature) => Buffer.from(signature.replace('v1,', ''), 'base64'))
      .some((given) => given.length === wanted.length && timingSafeEqual(given, wanted));
  }
}
