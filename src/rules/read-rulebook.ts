import { detectorRules } from '../moderation/detect/detector-rules.ts';
import { buildRuleset } from './build-ruleset.ts';
import { listFinders } from './list-finders.ts';
import type { LocatedRuleFile } from './read-rule-file.ts';
import { readRuleFolder } from './read-rule-folder.ts';
import type {
  BookDetectorRule,
  BookGroup,
  BookKind,
  BookList,
  BookRule,
  BookSignal,
  BookThreshold,
  Rulebook,
} from './rulebook.ts';
import { thresholdStep } from './threshold-step.ts';

function readersOf(part: 'thresholds' | 'lists', name: string): readonly string[] {
  return listFinders()
    .filter((finder) => finder[part].includes(name))
    .map((finder) => finder.name);
}

function sortBy<T>(entries: readonly T[], nameOf: (entry: T) => string): readonly T[] {
  return [...entries].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function listRules(files: readonly LocatedRuleFile[], known: Rulebook['ruleset']): readonly BookRule[] {
  return files.flatMap(({ file, family, content, lineOf }) =>
    (content.rules ?? []).flatMap(({ id, version }, index) => {
      const rule = known.phraseRules.find((candidate) => candidate.id === `${family}.${id}@${version}`);
      return rule ? [{ rule, file, line: lineOf(['rules', index, 'id']) }] : [];
    }),
  );
}

function listThresholds(files: readonly LocatedRuleFile[]): readonly BookThreshold[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.thresholds ?? []).map(({ name, value, unit, source, step }, index) => ({
      name,
      value,
      unit,
      step: thresholdStep({ value, step }),
      source,
      readBy: readersOf('thresholds', name),
      file,
      line: lineOf(['thresholds', index, 'name']),
    })),
  );
}

function listLists(files: readonly LocatedRuleFile[]): readonly BookList[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.lists ?? []).map(({ name, source, words }, index) => {
      const line = lineOf(['lists', index, 'name']);
      return { name, source, words: words.length, readBy: readersOf('lists', name), file, line };
    }),
  );
}

function listKinds(files: readonly LocatedRuleFile[]): readonly BookKind[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.kinds ?? []).map((entry, index) => ({ ...entry, file, line: lineOf(['kinds', index, 'kind']) })),
  );
}

function listGroups(files: readonly LocatedRuleFile[]): readonly BookGroup[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.groups ?? []).map((entry, index) => ({ ...entry, file, line: lineOf(['groups', index, 'group']) })),
  );
}

function listSignals(files: readonly LocatedRuleFile[]): readonly BookSignal[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.signals ?? []).map(({ name, definition, unit, source, limit }, index) => ({
      name,
      definition,
      unit,
      source,
      ...(limit?.min === undefined ? {} : { min: limit.min }),
      ...(limit?.max === undefined ? {} : { max: limit.max }),
      file,
      line: lineOf(['signals', index, 'name']),
    })),
  );
}

function listDetectorRules(): readonly BookDetectorRule[] {
  return listFinders().flatMap(({ name, thresholds, lists, rules = [] }) =>
    [...detectorRules.filter(({ detector }) => detector === name), ...rules].map((rule) => ({
      ...rule,
      detector: name,
      thresholds,
      lists,
    })),
  );
}

/**
 * Reads a folder of rules, by default the rules shipped, for listing, proving and explaining it. Examples are not proven:
 * `proveRulebook` does that. Throws `RulesetError` with file and line when the folder makes no ruleset.
 */
export function readRulebook(folder?: string): Rulebook {
  const files = readRuleFolder(folder);
  const ruleset = buildRuleset(files, 'skip');
  return {
    ruleset,
    rules: sortBy(listRules(files, ruleset), ({ rule }) => rule.id),
    detectorRules: sortBy(listDetectorRules(), ({ id }) => id),
    thresholds: sortBy(listThresholds(files), ({ name }) => name),
    lists: sortBy(listLists(files), ({ name }) => name),
    kinds: sortBy(listKinds(files), ({ kind }) => kind),
    groups: sortBy(listGroups(files), ({ group }) => group),
    signals: sortBy(listSignals(files), ({ name }) => name),
  };
}
