import type { Document } from '../model/document.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { SIGNAL_NAMES, type SignalName } from '../model/signal.ts';
import { articleSignals } from './signals/article-signals.ts';
import { c4Signals } from './signals/c4-signals.ts';
import { finewebSignals } from './signals/fineweb-signals.ts';
import { gatherFacts } from './signals/gather-facts.ts';
import { gopherQualitySignals } from './signals/gopher-quality-signals.ts';
import { gopherRepetitionSignals } from './signals/gopher-repetition-signals.ts';
import { refinedwebSignals } from './signals/refinedweb-signals.ts';
import type { Measure } from './signals/signal-facts.ts';

const MEASURES: Readonly<Record<SignalName, Measure>> = {
  ...articleSignals,
  ...c4Signals,
  ...finewebSignals,
  ...gopherQualitySignals,
  ...gopherRepetitionSignals,
  ...refinedwebSignals,
};

/**
 * All signals, in order of name; `rules/signals.yaml` defines each. They are measured on the cleaned text: what was found
 * and taken out is told by findings, signals tell what is left, so that one beyond its limit is a fault nobody named.
 */
export function measureSignals(
  received: Document,
  cleaned: Document,
  rules: Ruleset['signals'],
): Readonly<Record<SignalName, number>> {
  const facts = gatherFacts(received, cleaned, rules);
  const values = SIGNAL_NAMES.map((name) => [name, MEASURES[name](facts)]);
  return Object.fromEntries(values) as Record<SignalName, number>;
}
