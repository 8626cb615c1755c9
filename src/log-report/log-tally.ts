import type { LogReport } from '../schema/log-report-schema.ts';
import { ArticleCounts, type CommonCounts } from './article-counts.ts';
import { ArticleTable } from './article-table.ts';
import { DeliveryCounts } from './delivery-counts.ts';
import type { EventCounter } from './event-counter.ts';
import { EVENT_KINDS, type EventKind } from './event-kinds.ts';
import { LineCounts, readHead } from './line-counts.ts';
import { LineFields } from './line-fields.ts';
import { ProcessingCounts } from './processing-counts.ts';
import { readAbout } from './read-about.ts';
import { readChain } from './read-chain.ts';
import { type LogRecord, readLogRecord } from './read-log-record.ts';
import { readStream } from './read-stream.ts';
import { ReviewCounts } from './review-counts.ts';
import { RuleCounts } from './rule-counts.ts';
import { ServiceCounts } from './service-counts.ts';
import { SourceCounts } from './source-counts.ts';
import { TimeSeries } from './time-series.ts';

/** Which lines are counted. Times in milliseconds; `until` is not in it. */
export interface LogFilter {
  readonly tenant?: string | undefined;
  readonly since?: number | undefined;
  readonly until?: number | undefined;
}

/** The files behind a report, as whoever read them knows them. */
export type LogFiles = Pick<LogReport['input'], 'files' | 'faults'>;

/** Milliseconds by which clocks of processes may differ, and lines beyond a border that are looked at. */
const SKEW = 10_000;
const MOST_BEYOND = 50_000;

const toIso = (time: number | undefined): string | null => (time === undefined ? null : new Date(time).toISOString());

/**
 * Counts the lines of a log, one by one, in bounded memory. Neither their order nor which file they stand in changes what is
 * counted (but see `NameTable` for more than ten thousand names).
 */
export class LogTally {
  private readonly filter: LogFilter;
  private readonly lines = new LineCounts();
  private readonly common: CommonCounts = { sources: new SourceCounts(), rules: new RuleCounts(), overTime: new TimeSeries() };
  private readonly articles = new ArticleCounts(this.common);
  private readonly processing = new ProcessingCounts(this.common);
  private readonly review = new ReviewCounts(this.common);
  private readonly deliveries = new DeliveryCounts(this.common);
  private readonly services = new ServiceCounts();
  private readonly table: ArticleTable;
  private readonly counters = new Map<string, EventCounter[]>();
  private isTenantThere = false;
  private readonly beyond: { readonly article: string; readonly number: number }[] = [];

  constructor(filter: LogFilter = {}, table = new ArticleTable()) {
    this.filter = filter;
    this.table = table;
    for (const { counters } of [this.articles, this.processing, this.review, this.deliveries, this.services]) {
      for (const [event, counter] of Object.entries(counters)) {
        this.counters.set(event, [...(this.counters.get(event) ?? []), counter]);
      }
    }
  }

  /** How many lines there were. */
  get size(): number {
    return this.lines.size;
  }

  /** Whether there was a line of the tenant that was asked for, of any time. */
  get hasTenant(): boolean {
    return this.isTenantThere;
  }

  /** How many of them were lines of Copydesk, be they of events that came later than this version. */
  get known(): number {
    return this.lines.known;
  }

  /** A line of more bytes than are read. */
  skip(file: string, line: number): void {
    this.lines.begin();
    this.lines.faults.add('too_long', file, line);
  }

  /** A line without its end; a blank one is none. Whatever it holds, nothing is thrown. */
  read(text: string, file: string, line: number): void {
    if (text.trim() === '') return;
    this.lines.begin();
    const record = this.parse(text, file, line);
    if (!record) return;
    const kind = EVENT_KINDS.get(record.event);
    if (!kind) this.lines.addLater(record.event);
    else if (Number.isNaN(record.time)) this.lines.faults.add('malformed', file, line);
    else if (this.isLeftOut(record)) this.leaveOut(record, kind);
    else if (!this.count(record, kind)) this.lines.faults.add('malformed', file, line);
  }

  private parse(text: string, file: string, line: number): LogRecord | undefined {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      this.lines.faults.add('broken', file, line);
      return undefined;
    }
    const record = readLogRecord(value);
    if (!record) this.lines.faults.add('foreign', file, line);
    return record;
  }

  private isLeftOut({ time, fields }: LogRecord): boolean {
    const { tenant, since, until } = this.filter;
    if (tenant !== undefined && fields.tenant !== tenant) return true;
    return (since !== undefined && time < since) || (until !== undefined && time >= until);
  }

  /** Clocks of processes differ: what lies just beyond the time that was asked for is no lost line of a chain that goes on in it. */
  private leaveOut({ time, fields: given }: LogRecord, kind: EventKind): void {
    this.lines.leaveOut();
    const { tenant, since, until } = this.filter;
    if (tenant !== undefined && given.tenant !== tenant) return;
    this.isTenantThere = true;
    const isNear = [since, until].some((border) => border !== undefined && Math.abs(time - border) <= SKEW);
    if (!isNear || !kind.isRecorded || this.beyond.length >= MOST_BEYOND) return;
    const fields = new LineFields(given);
    const { article } = readAbout(fields);
    const { number } = readChain(fields);
    if (fields.isWhole) this.beyond.push({ article, number });
  }

  /** False when the line was not as it should be; then nothing of it is counted. */
  private count(record: LogRecord, kind: EventKind): boolean {
    const fields = new LineFields(record.fields);
    const head = readHead(record);
    const { time, event } = record;
    const about = kind.isArticle ? readAbout(fields) : undefined;
    const chain = kind.isRecorded ? readChain(fields) : undefined;
    const context = { time, source: about?.source ?? '' };
    const counts = (this.counters.get(event) ?? []).map((counter) => counter(fields, context));
    if (!fields.isWhole || !head) return false;
    this.lines.add(head);
    this.isTenantThere ||= record.fields.tenant === this.filter.tenant;
    if (about && chain) this.table.addNumber({ article: about.article, time, ...chain });
    if (about && kind.isStart) this.table.addStart(about.article, about.run, about.attempt, time);
    if (about && kind.isEnd) this.table.addEnd(about.article, about.run, about.attempt);
    for (const add of counts) add();
    return true;
  }

  /** What was counted so far; lists show `top` names. */
  toReport({ files, faults }: LogFiles, top: number): LogReport {
    const { tenant, since, until } = this.filter;
    for (const { article, number } of this.beyond) this.table.addBeyond(article, number);
    const stream = readStream(this.table, this.common.overTime);
    const named = <Row>(ranked: { rows: readonly (readonly [string, Row])[]; names: number; error: number }) => ({
      ...ranked,
      rows: ranked.rows.map(([name, row]) => ({ name, ...row })),
    });
    return {
      schema: 1,
      asked: { tenant: tenant ?? null, since: toIso(since), until: toIso(until) },
      input: { files, faults, ...this.lines.toInput(top) },
      period: this.lines.toPeriod(),
      ...this.lines.toWords(top),
      articles: this.articles.toArticles(this.processing.deadArticles),
      scores: this.articles.toScores(),
      findings: this.articles.toFindings(this.review.toBroughtBack()),
      processing: { ...this.processing.toProcessing(), waited: stream.waited },
      rules: named(this.common.rules.rank(top)),
      sources: named(this.common.sources.rank(top)),
      review: this.review.toReview(),
      deliveries: this.deliveries.toDeliveries(),
      requests: this.services.toRequests(top),
      failures: this.services.toFailures(top),
      stream: stream.stream,
      over_time: stream.overTime,
    };
  }
}
