import type { LogEvent, LogFields } from '../../../../schema/log-events.ts';

/** What is counted of each event. */
export type Counters = { readonly [Event in LogEvent]?: (fields: LogFields<Event>) => void };
