import type { FailedExample, RulebookProof } from '../../index.ts';
import { cutText } from '../../moderation/report/cut-text.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';
import type { CleanFailure } from './find-unclean.ts';

/** What came out of `copydesk rules test`. */
export interface RuleTest {
  readonly ruleset: string;
  readonly proof: RulebookProof;
  /** Clean articles that were moderated. */
  readonly articles: number;
  readonly unclean: readonly CleanFailure[];
}

/** Code points of an example. */
const TEXT = 110;

const clip = (text: string): string => cutText(revealControls(text), TEXT);

function drawExample({ of, list, index, text, reason }: FailedExample): string {
  return `${of.file}:${of.line}: ${of.rule.id}, examples.${list}[${index}]: ${clip(reason)}\n    ${clip(text)}\n`;
}

function drawUnclean({ article, line, rule, statedAt, action, message, excerpt }: CleanFailure): string {
  const place = statedAt ? `${statedAt.file}:${statedAt.line}` : 'a detector';
  return `${place}: ${clip(rule)}: ${action} in a clean article, ${clip(article)}:${line}: ${clip(message)}\n    ${clip(excerpt)}\n`;
}

/** A test of rules as text: what failed with its place, and a line that sums up. */
export function drawRuleTest({ proof, articles, unclean }: RuleTest): string {
  const failed = proof.failed.length + unclean.length;
  const lines = [...proof.failed.map(drawExample), ...unclean.map(drawUnclean)];
  const counts = `${proof.rules} rules, ${proof.examples} examples in ${proof.trials} trials, ${articles} clean articles`;
  return `${lines.join('')}${counts}: ${failed === 0 ? 'all hold' : `${failed} failed`}\n`;
}

/** The same for programs. */
export function toRuleTestRecord({ ruleset, proof, articles, unclean }: RuleTest): object {
  const { rules, examples, trials } = proof;
  const failedExamples = proof.failed.map(({ of, list, index, text, reason }) => ({
    rule: of.rule.id,
    file: of.file,
    line: of.line,
    example: `${list}[${index}]`,
    text,
    reason,
  }));
  return { ruleset, rules, examples, trials, articles, failedExamples, failedArticles: unclean };
}
