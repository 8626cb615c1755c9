import { fingerprintArticle } from '../../../src/index.ts';
import { detectors } from '../../../src/moderation/detect/detectors.ts';
import type { Article } from '../../../src/moderation/model/article.ts';
import type { CorpusMatches } from '../../../src/moderation/model/corpus-matches.ts';
import type { Detection, FindingKind } from '../../../src/moderation/model/finding.ts';
import type { Quality } from '../../../src/moderation/model/moderated-article.ts';
import type { PhraseRule, Ruleset } from '../../../src/moderation/model/ruleset.ts';
import { SIGNAL_NAMES, type SignalName } from '../../../src/moderation/model/signal.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';
import { read } from '../../../src/moderation/read/read.ts';
import { decideVerdict } from '../../../src/moderation/score/decide-verdict.ts';
import { findBrokenLimits } from '../../../src/moderation/score/find-broken-limits.ts';
import { toFindings } from '../../../src/moderation/score/to-findings.ts';
import { matchExample } from '../../../src/rules/match-example.ts';
import { toKeyphraseCase, toTopicCase } from './annotation-case.ts';
import type { Boundaries } from './boundary-schema.ts';
import { expandWords } from './expand-words.ts';

/** A case: what it is about, what it expects, and how to look under any ruleset. Outcomes are compared as texts. */
export interface BoundaryCase {
  readonly title: string;
  /** Names of the numbers on whose limit it stands. */
  readonly pins: readonly string[];
  readonly expected: string;
  readonly observe: (ruleset: Ruleset) => string;
}

/** More findings than any cap leaves room for. */
const VERY_MANY = 250;

const withoutVersion = (rule: string): string => rule.split('@')[0] ?? rule;

/** Equal neighbours as one: "x 3". */
function joinRuns(names: readonly string[]): string {
  const runs: { name: string; count: number }[] = [];
  for (const name of names) {
    const last = runs.at(-1);
    if (last?.name === name) last.count++;
    else runs.push({ name, count: 1 });
  }
  return runs.map(({ name, count }) => (count === 1 ? name : `${name} x ${count}`)).join(', ') || 'nothing';
}

/** What others share, as far as it depends on rules: every other article is known, and every line of them is counted. */
function toCorpus(others: readonly string[], ruleset: Ruleset): CorpusMatches {
  const prints = others.map((text, at) => fingerprintArticle({ id: `other ${at}`, text }, { ruleset }).fingerprint);
  const lines = [...new Set(prints.flatMap((print) => print.lines))];
  const counted = lines.map((line) => {
    const holders = prints.filter((print) => print.lines.includes(line)).length;
    return [line, { articles: holders, externalIds: [] }] as const;
  });
  const articles = prints.map(({ paragraphs }, order) => ({ isOwn: false, order, paragraphs }));
  return { recurringLines: Object.fromEntries(counted), articles };
}

/** The detectors that read the numbers, on the article as received. */
function detectText(article: Article, others: readonly string[], pins: readonly string[], ruleset: Ruleset): string {
  const document = parse(article.text, article);
  const threshold = (name: string): number => ruleset.thresholds[name] ?? Number.NaN;
  const context = { ruleset, corpus: toCorpus(others, ruleset), threshold };
  const found = detectors
    .filter((detector) => detector.thresholds.some((name) => pins.includes(name)))
    .flatMap((detector) => detector.detect(document, context));
  const inOrder = [...found].sort((a, b) => a.start - b.start || (a.rule < b.rule ? -1 : 1));
  return joinRuns(inOrder.map(({ rule, action }) => `${withoutVersion(rule)} ${action}`));
}

function toTextCase({ pins, shows, title, detected, others, text, found }: Boundaries['texts'][number]): BoundaryCase {
  const expected = joinRuns(
    found.flatMap((entry) => {
      const [name = '', times = '1'] = entry.split(' x ');
      return Array.from({ length: Number(times) }, () => name);
    }),
  );
  const article: Article = {
    id: 'case',
    text: expandWords(text.trim()),
    ...(title === undefined ? {} : { title: expandWords(title) }),
    ...(detected === undefined
      ? {}
      : { encoding: { name: 'windows-1252', from: 'detected', confidence: detected, replaced: 0 } }),
  };
  return { title: shows, pins, expected, observe: (ruleset) => detectText(article, others.map(expandWords), pins, ruleset) };
}

function toLineCase({ pins, line, found }: Boundaries['lines'][number]): BoundaryCase {
  const text = `[[4 words]]\n\n[[30 words]].\n\n${line.trim()}\n\n[[30 words]].`;
  return toTextCase({ pins, shows: line.trim(), others: [], text, found });
}

/** The parts of a page that are not in its text. */
function listParts(article: Article, ruleset: Ruleset): string {
  const parts = read(article, ruleset).detections.map(({ evidence }) => {
    const { part, blocks } = evidence;
    return blocks === 1 ? `${part}` : `${part} x ${blocks}`;
  });
  return parts.join(', ') || 'nothing';
}

function toPageCase({ pins, shows, html, leftOut }: Boundaries['pages'][number]): BoundaryCase {
  const article: Article = { id: 'case', format: 'html', text: expandWords(html.trim()) };
  return {
    title: shows,
    pins,
    expected: leftOut.join(', ') || 'nothing',
    observe: (ruleset) => listParts(article, ruleset),
  };
}

function padTo(text: string, words: number, rule: PhraseRule): string {
  const own = parse(text, { id: 'case', text }).blocks.reduce((sum, block) => sum + block.words, 0);
  if (own > words) throw new RangeError(`"${text}" has ${own} words, more than the ${words} of the limit`);
  const filling = own === words ? '' : expandWords(`[[${words - own} words]]`);
  return (rule.anchor === 'end' ? `${filling} ${text}` : `${text} ${filling}`).trim();
}

function toLimitCases({ rule: name, minWords, maxWords, text }: Boundaries['limits'][number]): readonly BoundaryCase[] {
  const observe = (ruleset: Ruleset, words: number): string => {
    const rule = ruleset.phraseRules.find(({ id }) => withoutVersion(id) === name);
    if (!rule) return `there is no rule ${name}`;
    const found = matchExample(padTo(text, words, rule), rule, ruleset).some((detection) => detection.rule === rule.id);
    return found ? 'found' : 'nothing';
  };
  const at = (key: string, words: number, expected: string): BoundaryCase => ({
    title: `${name} at ${words} words`,
    pins: [`${name}.${key}`],
    expected,
    observe: (ruleset) => observe(ruleset, words),
  });
  return [
    ...(maxWords === undefined ? [] : [at('maxWords', maxWords, 'found'), at('maxWords', maxWords + 1, 'nothing')]),
    ...(minWords === undefined ? [] : [at('minWords', minWords, 'found'), at('minWords', minWords - 1, 'nothing')]),
  ];
}

/** Findings of kinds, each on a text of its own, and what they take together. */
function takePoints(
  rules: readonly { readonly kind: FindingKind; readonly rule: string }[],
  count: number,
  ruleset: Ruleset,
): string {
  const detections = Array.from({ length: count }, (_, at) =>
    rules.map(({ kind, rule }, index): Detection => {
      const start = 10 * (at * rules.length + index);
      return { kind, rule, start, end: start + 9, confidence: 0.9, action: 'flagged', message: 'a case', evidence: {} };
    }),
  ).flat();
  const hundredths = toFindings(detections, ruleset).reduce((sum, { points }) => sum + Math.round(points * 100), 0);
  return `${hundredths / 100} points`;
}

function toPointCases({ kinds, groups, prices }: Boundaries): readonly BoundaryCase[] {
  const plain = (kind: FindingKind): { readonly kind: FindingKind; readonly rule: string } => ({ kind, rule: 'case.plain@1' });
  const count = (
    title: string,
    pin: string,
    expected: number,
    rules: (ruleset: Ruleset) => Parameters<typeof takePoints>[0],
    times: number,
  ): BoundaryCase => ({
    title,
    pins: [pin],
    expected: `${expected} points`,
    observe: (ruleset) => takePoints(rules(ruleset), times, ruleset),
  });
  return [
    ...kinds.flatMap(({ kind, one, many }) => [
      count(`one ${kind}`, `${kind}.points`, one, () => [plain(kind)], 1),
      count(`very many of ${kind}`, `${kind}.cap`, many, () => [plain(kind)], VERY_MANY),
    ]),
    ...groups.map(({ group, many }) => {
      const members = (ruleset: Ruleset) => ruleset.scoreGroups.find(({ name }) => name === group)?.kinds.map(plain) ?? [];
      return count(`very many of ${group}`, `${group}.cap`, many, members, VERY_MANY);
    }),
    ...prices.map(({ rule, kind, one }) => count(`one ${rule}`, `${rule}.points`, one, () => [{ kind, rule: `${rule}@1` }], 1)),
  ];
}

function toVerdictCase({ pins, score, outcome }: Boundaries['verdicts'][number]): BoundaryCase {
  const quality: Quality = { score, components: [], signals: { words: 100 } };
  return {
    title: `a score of ${score}`,
    pins,
    expected: outcome,
    observe: (ruleset) => decideVerdict(quality, [], [], ruleset.verdict).outcome,
  };
}

/** A signal on its limit, and just beyond it; all others stay where nothing is said of them. */
function toSignalCases({ signal, min, max }: Boundaries['signals'][number]): readonly BoundaryCase[] {
  const at = (key: string, value: number, expected: string): BoundaryCase => ({
    title: `${signal} of ${value}`,
    pins: [`${signal}.limit.${key}`],
    expected,
    observe: ({ signals: rules }) => {
      const limit = rules[signal].limit;
      const rest = Object.fromEntries(SIGNAL_NAMES.map((name) => [name, rules[name].limit?.min ?? 0]));
      const measured = { ...rest, [signal]: value } as Readonly<Record<SignalName, number>>;
      const broken = limit !== undefined && findBrokenLimits(measured, rules, 'en').includes(signal);
      return broken ? 'beyond its limit' : 'acceptable';
    },
  });
  const little = (value: number): number => (Number.isInteger(value) ? 1 : 0.0001);
  return [
    ...(min === undefined ? [] : [at('min', min, 'acceptable'), at('min', min - little(min), 'beyond its limit')]),
    ...(max === undefined ? [] : [at('max', max, 'acceptable'), at('max', max + little(max), 'beyond its limit')]),
  ];
}

/** All cases of a file. */
export function toBoundaryCases(boundaries: Boundaries): readonly BoundaryCase[] {
  return [
    ...boundaries.texts.map(toTextCase),
    ...boundaries.lines.map(toLineCase),
    ...boundaries.pages.map(toPageCase),
    ...boundaries.limits.flatMap(toLimitCases),
    ...boundaries.topics.map(toTopicCase),
    ...boundaries.keyphrases.map(toKeyphraseCase),
    ...toPointCases(boundaries),
    ...boundaries.signals.flatMap(toSignalCases),
    ...boundaries.verdicts.map(toVerdictCase),
  ];
}
