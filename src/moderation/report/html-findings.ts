import type { ArticleFormat } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import type { ModeratedArticle } from '../model/moderated-article.ts';
import { SAME_WORDS } from '../text/describe-difference.ts';
import { describeAmended } from './describe-amended.ts';
import { describeAmendments } from './describe-amendments.ts';
import { describeOtherArticles } from './describe-other-articles.ts';
import { escapeHtml } from './escape-html.ts';
import { indexLines, type LineIndex } from './index-lines.ts';
import { nameBrokenLimits } from './name-broken-limits.ts';
import { nameKind } from './name-kind.ts';
import { splitPageParts } from './page-parts.ts';
import { quoteSpan } from './quote-span.ts';
import { revealControls } from './reveal-controls.ts';

/** Code points of a quote. */
const MAX_QUOTE = 160;

/** How a copy differs from what it repeats; nothing for other findings. */
function drawDifference({ evidence }: Finding): string {
  const difference = evidence.difference;
  if (typeof difference !== 'string' || difference === SAME_WORDS) return '';
  return `; ${escapeHtml(revealControls(difference))}`;
}

/** The other articles that hold the text; nothing for other findings. */
function drawOtherArticles(finding: Finding): string {
  const others = describeOtherArticles(finding);
  return others === '' ? '' : `; ${escapeHtml(revealControls(others))}`;
}

/** What people made of a finding; nothing for other findings. */
function drawAmended(finding: Finding): string {
  const amended = describeAmended(finding);
  return amended === '' ? '' : `; ${escapeHtml(revealControls(amended))}`;
}

/** The text that findings are about. */
interface Source {
  readonly original: string;
  readonly format: ArticleFormat;
  readonly index: LineIndex;
}

function drawFinding(finding: Finding, { original, format, index }: Source): string {
  const { line, column } = index.locate(finding.start);
  const cells = [
    `${line}:${column}`,
    finding.action,
    escapeHtml(nameKind(finding.kind)),
    `<code>${escapeHtml(finding.rule)}</code>`,
    `<q dir="auto">${escapeHtml(quoteSpan(original, finding, MAX_QUOTE, format))}</q> ${escapeHtml(finding.message)}${drawDifference(finding)}${drawOtherArticles(finding)}${drawAmended(finding)}`,
    finding.points.toFixed(2),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function drawTable(findings: readonly Finding[], original: string, format: ArticleFormat): readonly string[] {
  if (findings.length === 0) return [];
  const heads = ['Place', 'Action', 'Kind', 'Rule', 'Text and reason', 'Points'];
  const source = { original, format, index: indexLines(original) };
  return [
    '<table>',
    `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>`,
    `<tbody>\n${findings.map((finding) => drawFinding(finding, source)).join('\n')}\n</tbody>`,
    '</table>',
  ];
}

/** Words shown behind a topic. */
const MAX_EVIDENCE = 4;
/** Values shown: a table of numbers would hide what else was found. */
const MAX_VALUES = 24;

function drawSum({ score, components }: ModeratedArticle['quality']): string {
  const costs = components.filter(({ points }) => points > 0);
  const parts = costs.map(({ name, points }) => ` − ${points.toFixed(2)} ${escapeHtml(nameKind(name))}`);
  return `<p class="sum">100${parts.join('')} = <strong>${score.toFixed(2)}</strong></p>`;
}

function drawNames(heading: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`<p>${heading}: ${names.map((name) => `<bdi>${escapeHtml(name)}</bdi>`).join(', ')}</p>`];
}

function nameTopic({ label, score, evidence }: ModeratedArticle['topics'][number]): string {
  const words = evidence.slice(0, MAX_EVIDENCE).map(({ text }) => text);
  return `${label} ${score.toFixed(2)} (${words.join(', ')})`;
}

/** "yesterday: 2024-03-12". */
const nameValue = ({ text, value }: ModeratedArticle['values'][number]): string =>
  `${text}: ${value ?? 'counts from a date of publication that is not known'}`;

function drawValues({ values }: ModeratedArticle): readonly string[] {
  const more = values.length > MAX_VALUES ? [`… and ${values.length - MAX_VALUES} more`] : [];
  return drawNames('Values', [...values.slice(0, MAX_VALUES).map(nameValue), ...more]);
}

/** What the copy desk found: verdict, the sum behind the score, a table of findings, entities, topics, values and keyphrases. */
export function htmlFindings(result: ModeratedArticle, original: string): readonly string[] {
  const { outcome, reasons } = result.verdict;
  const { others, summary } = splitPageParts(result.findings);
  const because = reasons.length === 0 ? '' : `: ${escapeHtml(reasons.join('; '))}`;
  return [
    '<aside aria-label="Findings">',
    `<p class="verdict"><strong>${outcome}</strong>${because}</p>`,
    drawSum(result.quality),
    ...drawNames('Beyond a published limit, at no points', nameBrokenLimits(result.quality)),
    ...drawNames('Not finished', result.incomplete),
    ...drawNames('Amendments', describeAmendments(result).map(revealControls)),
    ...drawTable(others, original, result.original.format),
    ...(summary === undefined ? [] : [`<p>${escapeHtml(summary)}</p>`]),
    ...drawNames(
      'Entities',
      result.entities.map((entity) => `${entity.name} (${entity.type})`),
    ),
    ...drawNames('Topics', result.topics.map(nameTopic)),
    ...drawValues(result),
    ...drawNames(
      'Keyphrases',
      result.keyphrases.map(({ text }) => text),
    ),
    '</aside>',
  ];
}
