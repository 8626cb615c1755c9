import type { BookDetectorRule, BookKind, BookList, BookRule, BookSignal, BookThreshold, Rulebook } from '../../index.ts';
import { nameKind } from '../../moderation/report/name-kind.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';
import { describeLimit } from './describe-limit.ts';
import { describePrice } from './describe-price.ts';
import type { BookEntry } from './find-entry.ts';

/** Phrases of a rule that are shown; the file has the rest. */
const MAX_PHRASES = 40;
const ANY_LENGTH = 100_000;
const ALL_ZONES = 3;

const section = (title: string, lines: readonly string[]): readonly string[] => ['', title, ...lines.map((line) => `  ${line}`)];

const ANCHORS = {
  whole: 'the whole of a block',
  start: 'the start of a block',
  end: 'the end of a block',
  anywhere: 'anywhere in a block',
} as const;

function describeWhere({ rule }: BookRule): string {
  const most = rule.maxWords < ANY_LENGTH ? `at most ${rule.maxWords} words` : '';
  const least = rule.minWords > 0 ? `at least ${rule.minWords} words` : '';
  const length = [least, most].filter((part) => part !== '').join(' and ');
  const zones = rule.zones.length === ALL_ZONES ? 'everywhere in the article' : `in its ${rule.zones.join(' and ')}`;
  return `${ANCHORS[rule.anchor]}${length === '' ? '' : ` of ${length}`}, ${zones}`;
}

function explainRule(entry: BookRule, book: Rulebook): readonly string[] {
  const { rule, file, line } = entry;
  const { match, allow } = rule.examples;
  const left = rule.phrases.length - MAX_PHRASES;
  const more = left > 0 ? [`… and ${left} more`] : [];
  return [
    `${rule.id}  ${nameKind(rule.kind)}, ${rule.action}`,
    `  ${rule.message}`,
    `  ${file}:${line}`,
    ...section('Looks for', [...rule.phrases.slice(0, MAX_PHRASES), ...more]),
    ...section('Where', [describeWhere(entry), `takes the ${rule.scope}; confidence ${rule.confidence}`]),
    ...section('Points', describePrice(rule, book)),
    ...section('Proof', [...match.map((text) => `finds   ${text}`), ...allow.map((text) => `leaves  ${text}`)]),
  ];
}

const describeThreshold = ({ name, value, unit, source, file, line }: BookThreshold): readonly string[] => [
  `${name} = ${value} ${unit}  (${file}:${line})`,
  `    ${source}`,
];

const describeList = ({ name, words, file, line }: BookList): string => `${name}: ${words} phrases  (${file}:${line})`;

function explainDetectorRule(rule: BookDetectorRule, book: Rulebook): readonly string[] {
  const thresholds = book.thresholds.filter(({ name }) => rule.thresholds.includes(name));
  const lists = book.lists.filter(({ name }) => rule.lists.includes(name));
  return [
    `${rule.id}  ${nameKind(rule.kind)}`,
    `  ${rule.message}`,
    `  written in the detector ${rule.detector}`,
    ...(thresholds.length > 0 ? section('Decides by', thresholds.flatMap(describeThreshold)) : []),
    ...(lists.length > 0 ? section('Knows the words of', lists.map(describeList)) : []),
    ...section('Points', describePrice(rule, book)),
  ];
}

function rulesOf(readBy: readonly string[], { detectorRules }: Rulebook): readonly string[] {
  return detectorRules.filter(({ detector }) => readBy.includes(detector)).map(({ id, message }) => `${id}  ${message}`);
}

function explainThreshold(entry: BookThreshold, book: Rulebook): readonly string[] {
  const { name, value, unit, source, file, line, step, readBy } = entry;
  return [
    `${name} = ${value} ${unit}`,
    `  ${source}`,
    `  ${file}:${line}; one step is ${step}; read by ${readBy.join(', ')}`,
    ...section('Rules that may depend on it', rulesOf(readBy, book)),
  ];
}

function explainList(entry: BookList, book: Rulebook): readonly string[] {
  const { name, words, source, file, line, readBy } = entry;
  return [
    `${name}: ${words} phrases`,
    `  ${source}`,
    `  ${file}:${line}; read by ${readBy.join(', ')}`,
    ...section('Rules that may depend on it', rulesOf(readBy, book)),
  ];
}

function explainSignal(entry: BookSignal): readonly string[] {
  const { name, definition, unit, source, file, line } = entry;
  return [
    `${name}  signal, in ${unit}`,
    `  ${definition}`,
    `  ${file}:${line}`,
    ...section('Acceptable', [describeLimit(entry), source]),
    ...section('Points', ['none: beyond its limit it is named in the result; findings alone take points']),
  ];
}

function explainKind(entry: BookKind, book: Rulebook): readonly string[] {
  const { kind, source, file, line } = entry;
  const ids = [...book.rules.map(({ rule }) => rule), ...book.detectorRules].filter((rule) => rule.kind === kind);
  return [
    nameKind(kind),
    `  ${source}`,
    `  ${file}:${line}`,
    ...section('Points', describePrice({ id: '', kind }, book)),
    ...section(
      'Rules',
      ids.map(({ id, message }) => `${id}  ${message}`),
    ),
  ];
}

function explainLines({ type, entry }: BookEntry, book: Rulebook): readonly string[] {
  switch (type) {
    case 'rule':
      return explainRule(entry, book);
    case 'detector-rule':
      return explainDetectorRule(entry, book);
    case 'threshold':
      return explainThreshold(entry, book);
    case 'list':
      return explainList(entry, book);
    case 'signal':
      return explainSignal(entry);
    case 'kind':
      return explainKind(entry, book);
    default:
      return type satisfies never;
  }
}

/** What a rule, threshold, word list or kind is, for people. Ends with a line end. */
export function explainEntry(entry: BookEntry, book: Rulebook): string {
  return `${explainLines(entry, book).map(revealControls).join('\n')}\n`;
}
