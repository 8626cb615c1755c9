import { explainPoints, type PointsExplanation, type Rulebook } from '../../index.ts';
import type { EvidenceValue, Finding } from '../../moderation/model/finding.ts';
import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import { cutText } from '../../moderation/report/cut-text.ts';
import { indexLines } from '../../moderation/report/index-lines.ts';
import { nameKind } from '../../moderation/report/name-kind.ts';
import { quoteSpan } from '../../moderation/report/quote-span.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';
import { CliError, EXIT } from '../cli-error.ts';
import type { ExplainedCase } from './read-case.ts';

/** Ids that a refusal names. */
const MAX_NAMED = 12;
const EVIDENCE_WIDTH = 100;

/** A finding with everything that is known of it. */
export interface ExplainedFinding {
  readonly article: string;
  readonly points: PointsExplanation;
  /** Line and column of the original, from 1; absent when only the result is at hand. */
  readonly place: { readonly line: number; readonly column: number } | undefined;
  /** The words it stands on; absent where they are gone and the original is not at hand. */
  readonly excerpt: string | undefined;
  /** Where the rule is stated; absent for a rule of a detector. */
  readonly statedAt: string | undefined;
}

function findFinding(id: string, { findings, article }: ModeratedArticle): Finding {
  const finding = findings.find((candidate) => candidate.id === id);
  if (finding) return finding;
  const ids = findings.slice(0, MAX_NAMED).map((candidate) => candidate.id);
  const known = findings.length === 0 ? 'nothing was found in it' : `it has ${ids.join(', ')}`;
  const more = findings.length > MAX_NAMED ? ` and ${findings.length - MAX_NAMED} more` : '';
  throw new CliError(`the result of ${article.id} has no finding ${id}; ${known}${more}`, EXIT.data);
}

/** Words that stayed in the text can be read from the result: a block says where it came from. */
function quoteFromResult({ text, blocks }: ModeratedArticle, { start, end }: Finding, limit: number): string | undefined {
  const block = blocks.find(({ sourceStart, sourceEnd }) => sourceStart <= start && end <= sourceEnd);
  if (!block || block.end - block.start !== block.sourceEnd - block.sourceStart) return undefined;
  const shift = block.start - block.sourceStart;
  return quoteSpan(text, { start: start + shift, end: end + shift }, limit);
}

function explain(id: string, result: ModeratedArticle, { ruleset }: Rulebook): PointsExplanation {
  if (result.provenance.ruleset !== ruleset.version) {
    const made = `the result was made with the rules ${result.provenance.ruleset.slice(0, 12)}, these are ${ruleset.version.slice(0, 12)}`;
    throw new CliError(`${made}; name the folder it was made with (--rules), or moderate again (--article)`, EXIT.data);
  }
  try {
    return explainPoints(result, id, ruleset);
  } catch (error) {
    if (error instanceof RangeError) throw new CliError(error.message, EXIT.data);
    throw error;
  }
}

/** Gathers what is known of a finding. Throws `CliError` (65) when the result has none such, or was made with other rules. */
export function explainFinding(id: string, { result, original }: ExplainedCase, book: Rulebook, width: number): ExplainedFinding {
  const finding = findFinding(id, result);
  const points = explain(id, result, book);
  const stated = book.rules.find(({ rule }) => rule.id === finding.rule);
  return {
    article: result.article.id,
    points,
    place: original === undefined ? undefined : indexLines(original).locate(finding.start),
    excerpt:
      original === undefined
        ? quoteFromResult(result, finding, width)
        : quoteSpan(original, finding, width, result.original.format),
    statedAt: stated && `${stated.file}:${stated.line}`,
  };
}

function drawEvidence([name, value]: readonly [string, EvidenceValue]): string {
  const text = typeof value === 'object' ? value.join(', ') : String(value);
  return `  ${nameKind(name)}: ${cutText(revealControls(text), EVIDENCE_WIDTH)}`;
}

function drawPlace({ place, points: { finding } }: ExplainedFinding): string {
  const offsets = `code units ${finding.start} to ${finding.end} of the original`;
  return place ? `${place.line}:${place.column}, ${offsets}` : offsets;
}

/** A finding for people: what and where, the evidence, and how its points came about, step by step. Ends with a line end. */
export function drawExplainedFinding(explained: ExplainedFinding): string {
  const { article, points, excerpt, statedAt } = explained;
  const { finding, steps } = points;
  const evidence = Object.entries(finding.evidence).filter(([name]) => name !== 'related_spans');
  const quote = excerpt ?? '(the words are gone from the result; --article FILE shows them)';
  const related = finding.related.length > 0 ? [`  see also ${finding.related.join(', ')}`] : [];
  return `${[
    `${finding.id} of ${revealControls(article)}  ${nameKind(finding.kind)}, ${finding.action}`,
    `  ${drawPlace(explained)}`,
    `  │ ${quote}`,
    `  ${revealControls(finding.message)}`,
    `  ${revealControls(finding.rule)}, ${statedAt ?? 'a rule of a detector'}; confidence ${finding.confidence}`,
    ...related,
    '',
    'Evidence',
    ...(evidence.length > 0 ? evidence.map(drawEvidence) : ['  none']),
    '',
    `Points: ${points.points.toFixed(2)}`,
    ...steps.map((step, index) => `  ${index + 1}. ${revealControls(step)}`),
  ].join('\n')}\n`;
}
