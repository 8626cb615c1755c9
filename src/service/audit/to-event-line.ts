import type { ChainLine, EventLine } from './audit-line.ts';
import type { FoundChain } from './list-chains.ts';

/** Events in memory at a time. */
export const BATCH = 1000;

export interface EventRow {
  readonly number: number;
  readonly name: string;
  readonly time: Date;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string | null;
}

export function toEventLine({ number, name, time, data, hash }: EventRow): EventLine {
  return { type: 'event', number, time: time.toISOString(), name, data, hash: hash ?? '' };
}

export function toEnd({ number, hash, time }: FoundChain['end']): ChainLine['end'] {
  return { number, hash, time: time?.toISOString() ?? null };
}

/** The event before the first one that is told; without a time when it is gone. */
export function toAfter(first: number, hash: string | null, time: Date | null): ChainLine['after'] {
  return { number: first - 1, hash: hash ?? '', time: time?.toISOString() ?? null };
}
