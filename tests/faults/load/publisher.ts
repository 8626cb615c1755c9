import { setTimeout as sleep } from 'node:timers/promises';
import type { Article } from '../../../src/index.ts';

/** An article that the desk has said it has. */
export interface Acknowledged {
  readonly externalId: string;
  /** The desk's own id. */
  readonly id: string;
  /** Of the answer that said so, by the clock of `performance`. */
  readonly sentAt: number;
  readonly seconds: number;
}

export interface PublisherSettings {
  /** Where the desk listens. */
  readonly url: string;
  readonly key: string;
  /** Requests at a time. */
  readonly clients: number;
  /** Resolves when the next article may be sent. */
  readonly mayGoOn: () => Promise<void>;
}

const REQUEST_MS = 15_000;
const LEAST_PAUSE_MS = 50;
const MOST_PAUSE_MS = 1000;

/** A publishing system as it should be: it sends an article, by one Idempotency-Key, until the desk says that it has it. */
export class Publisher {
  readonly acknowledged = new Map<string, Acknowledged>();
  /** What requests that were not acknowledged came to, with their numbers. */
  readonly refusals = new Map<string, number>();
  /** Articles for which two answers named different ids. */
  readonly contradicted: string[] = [];
  readonly #settings: PublisherSettings;
  readonly #stopping = new AbortController();

  constructor(settings: PublisherSettings) {
    this.#settings = settings;
  }

  /** Resolves when all are acknowledged, or it was stopped. */
  async send(articles: readonly Article[]): Promise<void> {
    const waiting = articles[Symbol.iterator]();
    const work = async () => {
      for (const article of waiting) {
        await this.#settings.mayGoOn();
        await this.#sendOne(article);
        if (this.#stopping.signal.aborted) return;
      }
    };
    await Promise.all(Array.from({ length: this.#settings.clients }, work));
  }

  stop(): void {
    this.#stopping.abort();
  }

  async #sendOne(article: Article): Promise<void> {
    for (let pause = LEAST_PAUSE_MS; !this.#stopping.signal.aborted; pause = Math.min(MOST_PAUSE_MS, pause * 2)) {
      if (await this.#try(article)) return;
      await sleep(pause * (0.5 + Math.random() / 2));
    }
  }

  async #try(article: Article): Promise<boolean> {
    const sentAt = performance.now();
    try {
      const answer = await fetch(`${this.#settings.url}/v1/articles`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.#settings.key}`,
          'content-type': 'application/json',
          'idempotency-key': `"${article.id}"`,
        },
        body: JSON.stringify(article),
        signal: AbortSignal.any([AbortSignal.timeout(REQUEST_MS), this.#stopping.signal]),
      });
      const body: unknown = await answer.json();
      if (answer.ok) return this.#note(article.id, body, sentAt);
      this.#refuse(`${answer.status}`);
    } catch (error) {
      this.#refuse(nameFault(error));
    }
    return false;
  }

  #note(externalId: string, body: unknown, sentAt: number): boolean {
    const id = typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : '';
    const known = this.acknowledged.get(externalId);
    if (known && known.id !== id) this.contradicted.push(externalId);
    this.acknowledged.set(externalId, { externalId, id, sentAt, seconds: (performance.now() - sentAt) / 1000 });
    return true;
  }

  #refuse(code: string): void {
    if (!this.#stopping.signal.aborted) this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }
}

function nameFault(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
