import { LOG_LINE_LEVELS } from '../schema/log-event-facts.ts';
import type { LogReport } from '../schema/log-report-schema.ts';
import { LineFaults } from './line-faults.ts';
import type { LogRecord } from './read-log-record.ts';
import { WordCounts } from './word-counts.ts';

/** Characters of a version or an event's name. */
const WORD = 64;

type Level = (typeof LOG_LINE_LEVELS)[number];

/** What stands at the head of a line that can be counted. */
export interface LineHead extends Pick<LogRecord, 'event' | 'form' | 'time'> {
  readonly level: Level;
  readonly version: string;
}

/** The head of a line, or undefined when it is not as it should be. */
export function readHead({ event, form, time, level: given, version }: LogRecord): LineHead | undefined {
  const level = LOG_LINE_LEVELS.find((name) => name === given);
  if (!level || typeof version !== 'string' || version.length > WORD) return undefined;
  return { event, form, time, level, version };
}

/** How many lines there were, of which kinds and from when, and what was wrong with those that do not count. */
export class LineCounts {
  readonly faults = new LineFaults();
  private readonly unknown = new WordCounts();
  private readonly events = new WordCounts();
  private readonly levels = new WordCounts();
  private readonly versions = new WordCounts();
  private readonly forms = { copydesk: 0, ecs: 0, otel: 0 };
  private readonly lines = { lines: 0, counted: 0, left_out: 0 };
  private later = 0;
  private from = Number.POSITIVE_INFINITY;
  private until = Number.NEGATIVE_INFINITY;

  /** All lines. */
  get size(): number {
    return this.lines.lines;
  }

  /** Lines of Copydesk, be they of events that came later than this version. */
  get known(): number {
    return this.lines.counted + this.lines.left_out + this.later;
  }

  /** A line, whatever it holds. */
  begin(): void {
    this.lines.lines++;
  }

  /** It was not asked for. */
  leaveOut(): void {
    this.lines.left_out++;
  }

  /** It is of an event that this version does not know. */
  addLater(event: string): void {
    this.later++;
    this.unknown.add(event.slice(0, WORD));
  }

  /** It is counted. */
  add({ event, form, time, level, version }: LineHead): void {
    this.lines.counted++;
    this.forms[form]++;
    this.events.add(event);
    this.levels.add(level);
    this.versions.add(version);
    this.from = Math.min(this.from, time);
    this.until = Math.max(this.until, time);
  }

  toInput(top: number): Omit<LogReport['input'], 'files' | 'faults'> {
    return { ...this.lines, ...this.faults.toReport(), unknown: this.unknown.rank(top), forms: { ...this.forms } };
  }

  toPeriod(): LogReport['period'] {
    if (this.lines.counted === 0) return null;
    return { from: new Date(this.from).toISOString(), until: new Date(this.until).toISOString() };
  }

  /** Levels, events and versions. */
  toWords(top: number): Pick<LogReport, 'levels' | 'events' | 'versions'> {
    return { levels: this.levels.list(), events: this.events.list(), versions: this.versions.rank(top) };
  }
}
