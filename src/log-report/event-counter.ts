import type { LogEvent } from '../schema/log-events.ts';
import type { LineFields } from './line-fields.ts';

/** What a line says beside its own fields. */
export interface LineContext {
  /** Milliseconds. */
  readonly time: number;
  /** Empty when none is stated. */
  readonly source: string;
}

/** Reads all that it counts of a line, and returns what counts it; that is called only when the whole line was as it should be. */
export type EventCounter = (fields: LineFields, context: LineContext) => () => void;

/** Counters by event. */
export type EventCounters = Readonly<Partial<Record<LogEvent, EventCounter>>>;
