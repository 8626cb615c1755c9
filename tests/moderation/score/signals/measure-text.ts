import type { SignalName } from '../../../../src/moderation/model/signal.ts';
import { parse } from '../../../../src/moderation/parse/parse.ts';
import { measureSignals } from '../../../../src/moderation/score/measure-signals.ts';
import { loadRuleset } from '../../../../src/rules/load-ruleset.ts';

const { signals } = loadRuleset();

/** All signals of a text, as if nothing had been taken out of it. */
export function measureText(text: string): Readonly<Record<SignalName, number>> {
  const document = parse(text, { id: 'a', text });
  return measureSignals(document, document, signals);
}

/** A text of lines, with a blank line between two. */
export const lines = (...texts: readonly string[]): string => texts.join('\n\n');
