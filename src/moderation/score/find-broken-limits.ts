import type { Ruleset } from '../model/ruleset.ts';
import { SIGNAL_NAMES, type SignalLimit, type SignalName } from '../model/signal.ts';

function isBeyond(value: number, { min, max }: SignalLimit): boolean {
  return (min !== undefined && value < min) || (max !== undefined && value > max);
}

/** Signals beyond their published limit, in order of name. A limit made for some languages says nothing of others. */
export function findBrokenLimits(
  signals: Readonly<Record<SignalName, number>>,
  rules: Ruleset['signals'],
  language: string,
): readonly SignalName[] {
  return SIGNAL_NAMES.filter((name) => {
    const { limit } = rules[name];
    return limit && (limit.languages?.includes(language) ?? true) && isBeyond(signals[name], limit);
  });
}
