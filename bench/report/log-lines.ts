import { LOG_EVENT_FACTS } from '../../src/schema/log-event-facts.ts';
import type { LogEvent } from '../../src/schema/log-events.ts';
import { type RandomSource, randomSource } from '../texts/random-source.ts';

/** 2026-03-01T00:00:00Z. */
const START = Date.UTC(2026, 2, 1);
const ARRIVAL = 40;
const SOURCES = 400;
const SHARES = 2 ** 30;
const RULES = 60;
const KINDS = ['spam_insert', 'garbage_token', 'boilerplate', 'near_duplicate'] as const;
const WAYS = { received: 'received', queued: 'queued', processing: 'processing' } as const;

interface Article {
  readonly id: string;
  readonly source: string;
  time: number;
  number: number;
  state: { processing_state: string; review_state: string; delivery_state: string };
  attempt: number;
}

/** Lines as the desk writes them, the same ones for the same seed: whole lives of articles, requests between, some failures. */
export class LogLines {
  private readonly random: RandomSource;
  private readonly lines: string[] = [];
  private serial = 0;
  private readonly arrival: number;

  /** `arrival`: milliseconds between two articles. */
  constructor(seed: number, arrival = ARRIVAL) {
    this.arrival = arrival;
    this.random = randomSource(seed);
  }

  /** The lines of the next article, by time. */
  next(): readonly string[] {
    this.lines.length = 0;
    const serial = this.serial++;
    const start = { processing_state: 'received', review_state: 'none', delivery_state: 'none' };
    const id = `art_${serial.toString(36).padStart(24, '0')}`;
    const source = `feed-${Math.floor(this.share() ** 3 * SOURCES)}`;
    const article: Article = { id, source, time: START + serial * this.arrival, number: 0, state: start, attempt: 0 };
    this.write(
      'request.answered',
      { ...LOG_EVENT_FACTS['request.answered'].example, request_seconds: this.seconds(0.004) },
      article.time,
    );
    this.add(article, 'article.received', WAYS.received, { characters: 1000 + Math.floor(this.share() * 9000) });
    this.add(article, 'article.queued', WAYS.queued, { job: `m-${serial}`, waited_seconds: this.seconds(0.01) });
    this.process(article);
    if (article.state.processing_state === 'cleaned') this.deliver(article);
    return this.lines;
  }

  private process(article: Article): void {
    const isFailing = this.share() < 0.01;
    article.attempt = 1;
    this.add(article, 'processing.started', WAYS.processing, { job: `m-${this.serial}` });
    const processing_seconds = this.seconds(0.04);
    article.time += processing_seconds * 1000;
    if (isFailing) {
      this.add(article, 'processing.failed', 'dead', { code: 'deadline', final: true, processing_seconds });
      return;
    }
    const score = Math.round(this.share() ** 0.3 * 1000) / 10;
    const outcome = score > 80 ? 'publish' : score > 40 ? 'review' : 'reject';
    const findings = score > 95 ? 0 : 1 + Math.floor(this.share() * 5);
    const kind = KINDS[Math.floor(this.share() * KINDS.length)] ?? KINDS[0];
    const rule = `spam.rule-${Math.floor(this.share() ** 2 * RULES)}@1`;
    const found = findings === 0 ? { kinds: {}, rules: {} } : { kinds: { [kind]: findings }, rules: { [rule]: findings } };
    const stages = { read_seconds: 0.0004, parse_seconds: 0.002, detect_seconds: this.seconds(0.006), clean_seconds: 0.003 };
    const more = { annotate_seconds: this.seconds(0.018), score_seconds: 0.0006 };
    const cleaned = { outcome, score, findings, removed: Math.min(findings, 2), ...found, incomplete: [], processing_seconds };
    this.add(article, 'article.cleaned', 'cleaned', { ...cleaned, ...stages, ...more });
    article.state = { ...article.state, review_state: outcome === 'publish' ? 'none' : 'flagged', delivery_state: 'pending' };
    if (outcome === 'publish') this.add(article, 'article.accepted', 'cleaned', { score });
    else this.add(article, 'article.flagged', 'cleaned', { outcome, reasons: 2 });
    if (outcome !== 'publish' && this.share() < 0.2) this.restore(article, kind, rule);
  }

  private restore(article: Article, kind: string, rule: string): void {
    article.time += 60_000;
    const act = { person: 'per_7a11', fence: 1 };
    this.add(article, 'span.restored', 'cleaned', { ...act, amendment: 'am_1', kind, rule });
    article.state = { ...article.state, review_state: 'decided' };
    const decided = { decision: 'accepted', reason: 'fine', keys: 2, review_seconds: this.seconds(10) };
    this.add(article, 'review.decided', 'cleaned', { ...act, ...decided });
  }

  private deliver(article: Article): void {
    const delivery = { delivery: `msg_${article.id}`, delivery_attempt: 1 };
    const isFailing = this.share() < 0.03;
    article.state = { ...article.state, delivery_state: 'delivering' };
    this.add(article, 'delivery.attempted', 'cleaned', delivery);
    article.state = { ...article.state, delivery_state: isFailing ? 'retrying' : 'delivered' };
    const request_seconds = this.seconds(0.03);
    if (!isFailing) {
      this.add(article, 'delivery.succeeded', 'cleaned', { ...delivery, status: 204, request_seconds });
      return;
    }
    this.add(article, 'delivery.failed', 'cleaned', {
      ...delivery,
      code: 'status',
      status: 503,
      request_seconds,
      retry_seconds: 30,
    });
  }

  private share(): number {
    return this.random.below(SHARES) / SHARES;
  }

  /** A long tail about `middle`. */
  private seconds(middle: number): number {
    return Math.round(middle * Math.exp(2 * (this.share() + this.share() - 1)) * 1e6) / 1e6;
  }

  private add(article: Article, event: LogEvent, processing_state: string, fields: object): void {
    article.state = { ...article.state, processing_state };
    article.number++;
    article.time += 2;
    const { id: article_id, source, number, attempt, state } = article;
    const about = { tenant: 'default', article_id, revision: 1, run: 1, attempt, source, number };
    this.write(event, { ...about, ...state, ...fields }, article.time);
  }

  private write(event: LogEvent, fields: object, time: number): void {
    const level = LOG_EVENT_FACTS[event].level ?? 'info';
    const head = { level, time: new Date(time).toISOString(), schema: 1, service: 'copydesk', version: '0.1.0', event };
    const trace = {
      trace_id: this.serial.toString(16).padStart(32, '0'),
      span_id: this.lines.length.toString(16).padStart(16, '0'),
    };
    this.lines.push(`${JSON.stringify({ ...head, ...trace, ...fields })}\n`);
  }
}
