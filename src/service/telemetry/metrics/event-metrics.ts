import type { Registry } from 'prom-client';
import type { LogEvent, LogFields } from '../../../schema/log-events.ts';
import { countArticles } from './events/count-articles.ts';
import { countDeliveries } from './events/count-deliveries.ts';
import { countProcess } from './events/count-process.ts';
import { countResults } from './events/count-results.ts';
import { countReview } from './events/count-review.ts';
import type { Counters } from './events/counters.ts';
import { nameRules, type RuleNames } from './events/name-rules.ts';
import { openMakers } from './open-makers.ts';

/** What a process counts of an event; the fields are those of its line in the log. */
export type EventMetrics = <Event extends LogEvent>(event: Event, fields: LogFields<Event>) => void;

/**
 * Counts events into a registry. No label has an id, a tenant, a source or a text; those from data are bounded. Each of `rules`, those of the
 * ruleset, is counted from the start.
 */
export function createEventMetrics(registry: Registry, rules: readonly string[] = []): EventMetrics {
  const makers = openMakers(registry);
  const names: RuleNames = { rule: nameRules(), rules };
  const counters: Counters = {
    ...countArticles(makers),
    ...countResults(makers, names),
    ...countReview(makers, names),
    ...countDeliveries(makers),
    ...countProcess(makers),
  };
  return (event, fields) => counters[event]?.(fields);
}
