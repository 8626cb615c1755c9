import { readTopicLimits } from '../moderation/annotate/topics/topic-limits.ts';
import type { PhraseRule, Ruleset } from '../moderation/model/ruleset.ts';
import { buildScoring } from './build-scoring.ts';
import { buildSignals } from './build-signals.ts';
import { buildTopics } from './build-topics.ts';
import { declareThresholds } from './declare-thresholds.ts';
import { checkNames, type Declared, type NameFaults, refuseDuplicates, toRecord } from './declared.ts';
import { hashRuleset } from './hash-ruleset.ts';
import { listFinders } from './list-finders.ts';
import { type BrokenProof, proveRule } from './prove-rule.ts';
import type { LocatedRuleFile } from './read-rule-file.ts';
import type { RuleEntry } from './rule-file-schema.ts';
import { RulesetError } from './ruleset-error.ts';
import { toHundredths } from './to-hundredths.ts';

const THRESHOLD_FAULTS: NameFaults = {
  unknown: 'nothing reads the threshold',
  missing: 'the threshold',
  file: 'thresholds.yaml',
};
const LIST_FAULTS: NameFaults = { unknown: 'nothing reads the list', missing: 'the list', file: 'lists.yaml' };

function toPhraseRule(family: string, entry: RuleEntry): PhraseRule {
  const { id, version, where, points, kind, message, confidence, phrases, scope, action, examples } = entry;
  const common = { kind, message, confidence, phrases, scope, action, examples, ...where };
  return { id: `${family}.${id}@${version}`, ...common, ...(points === undefined ? {} : { hundredths: toHundredths(points) }) };
}

function declareRules(files: readonly LocatedRuleFile[]): readonly Declared<PhraseRule>[] {
  return files.flatMap(({ file, family, content, lineOf }) =>
    (content.rules ?? []).map((entry, index) => ({
      name: `${family}.${entry.id}`,
      value: toPhraseRule(family, entry),
      file,
      line: lineOf(['rules', index, 'id']),
    })),
  );
}

function declareLists(files: readonly LocatedRuleFile[]): readonly Declared<readonly string[]>[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.lists ?? []).map(({ name, words }, index) => ({
      name,
      value: words.map((word) => word.normalize('NFKC').toLowerCase()),
      file,
      line: lineOf(['lists', index, 'name']),
    })),
  );
}

function prove(rule: PhraseRule, ruleset: Ruleset, file: string, line: number): BrokenProof | undefined {
  try {
    return proveRule(rule, ruleset)[0];
  } catch (error) {
    if (error instanceof RangeError) throw new RulesetError(file, line, `rule ${rule.id}: ${error.message}`);
    throw error;
  }
}

function refuseBrokenProofs(rules: readonly Declared<PhraseRule>[], ruleset: Ruleset): void {
  for (const { value, file, line } of rules) {
    const broken = prove(value, ruleset, file, line);
    if (broken)
      throw new RulesetError(file, line, `rule ${value.id}, examples.${broken.list}[${broken.index}]: ${broken.reason}`);
  }
}

/**
 * Joins checked files to one immutable ruleset. The order of files and rules changes nothing, not even the version.
 * `proof: 'skip'` leaves the examples unproven, for those who prove them apart. Throws `RulesetError` with file and line.
 */
export function buildRuleset(files: readonly LocatedRuleFile[], proof: 'run' | 'skip' = 'run'): Ruleset {
  const rules = [...declareRules(files)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const thresholds = declareThresholds(files);
  const lists = declareLists(files);
  refuseDuplicates('the rule', rules);
  refuseDuplicates('the threshold', thresholds);
  refuseDuplicates('the list', lists);
  checkNames(thresholds, new Set(listFinders().flatMap((finder) => finder.thresholds)), THRESHOLD_FAULTS);
  checkNames(lists, new Set(listFinders().flatMap((finder) => finder.lists)), LIST_FAULTS);
  const values = toRecord(thresholds);
  const content = {
    phraseRules: rules.map((rule) => rule.value),
    thresholds: values,
    lists: toRecord(lists),
    ...buildScoring(files, rules),
    signals: buildSignals(files),
    topics: buildTopics(files, readTopicLimits(values)),
  };
  const ruleset: Ruleset = Object.freeze({ version: hashRuleset(content), ...content });
  if (proof === 'run') refuseBrokenProofs(rules, ruleset);
  return ruleset;
}
