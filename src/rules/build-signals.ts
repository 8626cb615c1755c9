import type { Ruleset } from '../moderation/model/ruleset.ts';
import { PHRASE_SIGNALS, SIGNAL_NAMES, type SignalLimit, type SignalRule } from '../moderation/model/signal.ts';
import { compilePhrases } from '../moderation/text/compile-phrases.ts';
import { tokenize } from '../moderation/text/tokenize.ts';
import { checkNames, type Declared, type NameFaults, refuseDuplicates, toRecord } from './declared.ts';
import type { LocatedRuleFile } from './read-rule-file.ts';
import type { SignalEntry } from './rule-file-schema.ts';
import { RulesetError } from './ruleset-error.ts';

const SIGNAL_FAULTS: NameFaults = { unknown: 'nothing measures the signal', missing: 'the signal', file: 'signals.yaml' };

const TAKES_PHRASES: ReadonlySet<string> = new Set(PHRASE_SIGNALS);
/** Its phrases are looked for as single words. */
const TAKES_WORDS = 'gopher.stop_words';

function toLimit({ min, max, languages }: NonNullable<SignalEntry['limit']>): SignalLimit {
  const ends = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  return languages === undefined ? ends : { ...ends, languages };
}

function toSignalRule({ definition, unit, source, limit, phrases = [] }: SignalEntry): SignalRule {
  return { definition, unit, source, ...(limit === undefined ? {} : { limit: toLimit(limit) }), phrases };
}

function declareSignals(files: readonly LocatedRuleFile[]): readonly Declared<SignalRule>[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.signals ?? []).map((entry, index) => ({
      name: entry.name,
      value: toSignalRule(entry),
      file,
      line: lineOf(['signals', index, 'name']),
    })),
  );
}

function findPhraseFault({ name, value }: Declared<SignalRule>): string | undefined {
  if (TAKES_PHRASES.has(name) !== value.phrases.length > 0)
    return TAKES_PHRASES.has(name) ? 'needs phrases to look for' : 'looks for no phrases';
  if (name === TAKES_WORDS && value.phrases.some((phrase) => tokenize(phrase).count !== 1)) return 'looks for single words';
  try {
    compilePhrases(value.phrases);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  return undefined;
}

/** The signals of all files: exactly those that the engine measures, each with the phrases it looks for, if it does. */
export function buildSignals(files: readonly LocatedRuleFile[]): Ruleset['signals'] {
  const signals = declareSignals(files);
  refuseDuplicates('the signal', signals);
  checkNames(signals, new Set(SIGNAL_NAMES), SIGNAL_FAULTS);
  for (const signal of signals) {
    const fault = findPhraseFault(signal);
    if (fault) throw new RulesetError(signal.file, signal.line, `the signal "${signal.name}": ${fault}`);
  }
  return toRecord(signals) as Ruleset['signals'];
}
