import type { FindingAction } from '../model/finding.ts';
import type { Span } from '../model/span.ts';

/** What is known of a finding before it has cost anything. */
export interface Chargeable extends Span {
  readonly rule: string;
  readonly confidence: number;
  readonly action: FindingAction;
  /** Points it would take if nothing stood in its way, in hundredths. */
  readonly base: number;
}

/** Causes by the size of their span and the place where it begins. */
type Causes = Map<number, number[]>;

const sizeClass = ({ start, end }: Span): number => 31 - Math.clz32(end - start);
const isFlag = ({ action }: Chargeable): boolean => action === 'flagged';

/** Flags are about text that stays, other findings about text that went: they never share a key. */
function keyOf(item: Chargeable, size: number, window: number): number {
  return ((isFlag(item) ? 32 : 0) + size) * 2 ** 31 + window;
}

/** True when two findings share more than half of the longer one: then they are about the same text. */
function areSameText(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared * 2 > Math.max(a.end - a.start, b.end - b.start);
}

/** The costliest is the cause; then the longest, the surest, the first. A total order: the order of rules changes nothing. */
function compare(a: Chargeable, b: Chargeable): number {
  return (
    b.base - a.base ||
    b.end - b.start - (a.end - a.start) ||
    b.confidence - a.confidence ||
    a.start - b.start ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

/**
 * A known cause about the same text. Spans of the same text differ by less than half of the longer in length and in
 * start, so a few windows of three sizes hold them all; and few causes fit into a window, because they are not alike.
 */
function findCause(items: readonly Chargeable[], item: Chargeable, causes: Causes): number | undefined {
  const own = sizeClass(item);
  for (let size = Math.max(0, own - 1); size <= own + 1; size++) {
    const reach = 2 ** Math.max(own, size);
    const last = Math.floor((item.start + reach) / 2 ** size);
    for (let window = Math.floor(Math.max(0, item.start - reach) / 2 ** size); window <= last; window++) {
      const known = causes.get(keyOf(item, size, window));
      const cause = known?.find((index) => areSameText(items[index] as Chargeable, item));
      if (cause !== undefined) return cause;
    }
  }
  return undefined;
}

/**
 * For each finding the index of its primary cause: itself, or the one finding about the same text that costs more.
 * So each piece of text is charged once, whatever number of rules matched it. Time grows as `n log n`.
 */
export function findPrimaryCauses(items: readonly Chargeable[]): readonly number[] {
  const primary = items.map((_, index) => index);
  const causes: Causes = new Map();
  const order = [...primary].sort((a, b) => compare(items[a] as Chargeable, items[b] as Chargeable) || a - b);
  for (const index of order) {
    const item = items[index] as Chargeable;
    if (item.end <= item.start) continue;
    const cause = findCause(items, item, causes);
    if (cause !== undefined) primary[index] = cause;
    else {
      const size = sizeClass(item);
      const key = keyOf(item, size, Math.floor(item.start / 2 ** size));
      causes.set(key, [...(causes.get(key) ?? []), index]);
    }
  }
  return primary;
}
