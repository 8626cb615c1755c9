import { createHash } from 'node:crypto';
import { detectors } from '../moderation/detect/detectors.ts';
import { FINDING_KINDS, type FindingKind } from '../moderation/model/finding.ts';
import type { KindScore, PhraseRule, Ruleset, VerdictLimits } from '../moderation/model/ruleset.ts';
import { type BrokenProof, proveRule } from './prove-rule.ts';
import type { LocatedRuleFile } from './read-rule-file.ts';
import type { RuleEntry } from './rule-file-schema.ts';
import { RulesetError } from './ruleset-error.ts';

/** Something a file declares under a name that has to be unique in the whole ruleset. */
interface Declared<T> {
  readonly name: string;
  readonly value: T;
  readonly file: string;
  readonly line: number;
}

const toHundredths = (points: number): number => Math.round(points * 100);

function toPhraseRule(family: string, entry: RuleEntry): PhraseRule {
  const { id, version, where, points, kind, message, confidence, phrases, scope, action, examples } = entry;
  const common = { kind, message, confidence, phrases, scope, action, examples, ...where };
  return { id: `${family}.${id}@${version}`, ...common, ...(points === undefined ? {} : { hundredths: toHundredths(points) }) };
}

function refuseDuplicates<T>(what: string, declared: readonly Declared<T>[]): void {
  const seen = new Map<string, Declared<T>>();
  for (const entry of declared) {
    const first = seen.get(entry.name);
    if (first)
      throw new RulesetError(entry.file, entry.line, `${what} "${entry.name}" stands already at ${first.file}:${first.line}`);
    seen.set(entry.name, entry);
  }
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

function declareThresholds(files: readonly LocatedRuleFile[]): readonly Declared<number>[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.thresholds ?? []).map(({ name, value }, index) => ({
      name,
      value,
      file,
      line: lineOf(['thresholds', index, 'name']),
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

function declareKinds(files: readonly LocatedRuleFile[]): readonly Declared<KindScore>[] {
  return files.flatMap(({ file, content, lineOf }) =>
    (content.kinds ?? []).map(({ kind, points, cap }, index) => ({
      name: kind,
      value: { hundredths: toHundredths(points), cap: toHundredths(cap) },
      file,
      line: lineOf(['kinds', index, 'kind']),
    })),
  );
}

function findVerdict(files: readonly LocatedRuleFile[]): VerdictLimits {
  const holders = files.filter((file) => file.content.verdict);
  const verdict = holders[0]?.content.verdict;
  if (!verdict) throw new RulesetError('verdict.yaml', 1, 'no file states the verdict limits');
  const second = holders[1];
  if (second) throw new RulesetError(second.file, second.lineOf(['verdict']), `verdict stands already in ${holders[0]?.file}`);
  const { reviewBelow, rejectBelow, alwaysReview } = verdict;
  return { reviewBelow: toHundredths(reviewBelow), rejectBelow: toHundredths(rejectBelow), alwaysReview };
}

/** A threshold or list that nothing reads is a misspelling; one that a detector misses would fail in the middle of work. */
function checkNames<T>(what: string, declared: readonly Declared<T>[], needed: ReadonlySet<string>): void {
  const unused = declared.find((entry) => !needed.has(entry.name));
  if (unused) throw new RulesetError(unused.file, unused.line, `no detector reads the ${what} "${unused.name}"`);
  const names = new Set(declared.map((entry) => entry.name));
  const missing = [...needed].find((name) => !names.has(name));
  if (missing) throw new RulesetError(`${what}s.yaml`, 1, `the ${what} "${missing}" is missing`);
}

function toRecord<T>(declared: readonly Declared<T>[]): Readonly<Record<string, T>> {
  const sorted = [...declared].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.freeze(Object.fromEntries(sorted.map((entry) => [entry.name, entry.value])));
}

function completeKinds(declared: readonly Declared<KindScore>[]): Readonly<Record<FindingKind, KindScore>> {
  const missing = FINDING_KINDS.find((kind) => !declared.some((entry) => entry.name === kind));
  if (missing) throw new RulesetError('scoring.yaml', 1, `no points are stated for the kind "${missing}"`);
  return toRecord(declared) as Readonly<Record<FindingKind, KindScore>>;
}

function prove(rule: PhraseRule, ruleset: Ruleset, file: string, line: number): BrokenProof | undefined {
  try {
    return proveRule(rule, ruleset);
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

function hashOf(content: Omit<Ruleset, 'version'>): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Joins checked files to one immutable ruleset. The order of files and rules changes nothing, not even the version. */
export function buildRuleset(files: readonly LocatedRuleFile[]): Ruleset {
  const rules = [...declareRules(files)].sort((a, b) => (a.name < b.name ? -1 : 1));
  const thresholds = declareThresholds(files);
  const lists = declareLists(files);
  const kinds = declareKinds(files);
  refuseDuplicates('the rule', rules);
  refuseDuplicates('the threshold', thresholds);
  refuseDuplicates('the list', lists);
  refuseDuplicates('the kind', kinds);
  checkNames('threshold', thresholds, new Set(detectors.flatMap((detector) => detector.thresholds)));
  checkNames('list', lists, new Set(detectors.flatMap((detector) => detector.lists)));
  const content = {
    phraseRules: rules.map((rule) => rule.value),
    thresholds: toRecord(thresholds),
    lists: toRecord(lists),
    kindScores: completeKinds(kinds),
    verdict: findVerdict(files),
  };
  const ruleset: Ruleset = Object.freeze({ version: hashOf(content), ...content });
  refuseBrokenProofs(rules, ruleset);
  return ruleset;
}
