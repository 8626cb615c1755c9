import type { Rulebook, RulePlace } from '../../index.ts';
import { nameKind } from '../../moderation/report/name-kind.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';
import { alignColumns } from '../align-columns.ts';
import { describeLimit } from './describe-limit.ts';
import { priceRule } from './price-rule.ts';

type Rows = readonly (readonly (string | number)[])[];

const ALL_ZONES = 3;
const placeOf = ({ file, line }: RulePlace): string => `${file}:${line}`;

function drawSection(title: string, heading: readonly string[], rows: Rows): string {
  if (rows.length === 0) return '';
  const lines = alignColumns([heading, ...rows.map((row) => row.map((cell) => revealControls(String(cell))))]);
  return `${title} (${rows.length})\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

function phraseRows({ rules, ruleset }: Rulebook): Rows {
  return rules.map(({ rule, ...place }) => [
    rule.id,
    nameKind(rule.kind),
    rule.action,
    priceRule(rule, ruleset).points.toFixed(2),
    rule.zones.length === ALL_ZONES ? 'all' : rule.zones.join(' '),
    rule.phrases.length,
    placeOf(place),
    rule.message,
  ]);
}

function detectorRows({ detectorRules, ruleset }: Rulebook): Rows {
  return detectorRules.map((rule) => [
    rule.id,
    nameKind(rule.kind),
    priceRule(rule, ruleset).points.toFixed(2),
    rule.detector,
    rule.message,
  ]);
}

/** A rulebook as tables: phrase rules, rules of detectors, thresholds, word lists, prices of kinds, limits of verdicts. */
export function drawRulebook(book: Rulebook): string {
  const { ruleset, thresholds, lists, kinds, groups, signals } = book;
  const { reviewBelow, rejectBelow, alwaysReview } = ruleset.verdict;
  const always = alwaysReview.map(nameKind).join(', ');
  return [
    `Ruleset ${ruleset.version}\n\n`,
    drawSection('Rules', ['id', 'kind', 'action', 'points', 'zones', 'phrases', 'place', 'message'], phraseRows(book)),
    drawSection('Rules of detectors', ['id', 'kind', 'points', 'detector', 'message'], detectorRows(book)),
    drawSection(
      'Thresholds',
      ['name', 'value', 'unit', 'place', 'source'],
      thresholds.map((entry) => [entry.name, entry.value, entry.unit, placeOf(entry), entry.source]),
    ),
    drawSection(
      'Word lists',
      ['name', 'words', 'place', 'source'],
      lists.map((entry) => [entry.name, entry.words, placeOf(entry), entry.source]),
    ),
    drawSection(
      'Points of kinds',
      ['kind', 'points', 'at most', 'place'],
      kinds.map((entry) => [nameKind(entry.kind), entry.points.toFixed(2), entry.cap.toFixed(2), placeOf(entry)]),
    ),
    drawSection(
      'Groups of kinds',
      ['group', 'at most', 'place', 'kinds'],
      groups.map((entry) => [entry.group, entry.cap.toFixed(2), placeOf(entry), entry.kinds.map(nameKind).join(', ')]),
    ),
    drawSection(
      'Signals',
      ['name', 'acceptable', 'unit', 'place', 'source'],
      signals.map((entry) => [entry.name, describeLimit(entry), entry.unit, placeOf(entry), entry.source]),
    ),
    `Verdict\n  review below ${(reviewBelow / 100).toFixed(2)}, reject below ${(rejectBelow / 100).toFixed(2)}`,
    `${always === '' ? '' : `; always review: ${always}`}\n`,
  ].join('');
}
