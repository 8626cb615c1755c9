/** What became of one article that was sent. Milliseconds by the clock of `performance`, `undefined` while it has not come about. */
export interface Sent {
  /** The publisher's id. */
  readonly id: string;
  readonly bytes: number;
  /** When it was to be sent, and when it was. */
  readonly dueAt: number;
  readonly sentAt: number;
  answeredAt: number | undefined;
  /** The desk's own id, once it has said that it has the article. */
  articleId: string | undefined;
  /** When a worker began, when the decision was stored, and when its webhook was received. */
  startedAt: number | undefined;
  storedAt: number | undefined;
  decidedAt: number | undefined;
}

/** Keeps account of all that was sent. */
export class Journal {
  readonly #sent = new Map<string, Sent>();
  readonly #byArticle = new Map<string, Sent>();
  /** What requests that were not accepted came to, with their numbers. */
  readonly refusals = new Map<string, number>();
  accepted = 0;
  decided = 0;
  /** Bytes that came in and that webhooks brought. */
  bytesSent = 0;
  bytesReceived = 0;

  get all(): readonly Sent[] {
    return [...this.#sent.values()];
  }

  /** Sent, not refused, and not decided yet. */
  get backlog(): number {
    const refused = [...this.refusals.values()].reduce((sum, count) => sum + count, 0);
    return this.#sent.size - refused - this.decided;
  }

  noteSent(id: string, bytes: number, dueAt: number): void {
    const rest = { answeredAt: undefined, articleId: undefined, startedAt: undefined, storedAt: undefined, decidedAt: undefined };
    this.#sent.set(id, { id, bytes, dueAt, sentAt: performance.now(), ...rest });
    this.bytesSent += bytes;
  }

  noteAccepted(id: string, articleId: string): void {
    const sent = this.#sent.get(id);
    if (!sent) return;
    sent.answeredAt = performance.now();
    sent.articleId = articleId;
    this.#byArticle.set(articleId, sent);
    this.accepted++;
  }

  noteRefused(code: string): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }

  /** A webhook that comes once more changes nothing. */
  noteDecided(id: string, bytes: number): void {
    const sent = this.#sent.get(id);
    this.bytesReceived += bytes;
    if (!sent || sent.decidedAt !== undefined) return;
    sent.decidedAt = performance.now();
    this.decided++;
  }

  /** From the desk's log; `at` in milliseconds since 1970. */
  noteLogged(articleId: string, event: 'processing.started' | 'article.cleaned', at: number): void {
    const sent = this.#byArticle.get(articleId);
    if (sent) sent[event === 'article.cleaned' ? 'storedAt' : 'startedAt'] = at - performance.timeOrigin;
  }
}
