import type { LearnedRule, RuleProposals } from '../../../../index.ts';
import type { NewRule } from '../../../rules/propose-rule.ts';
import { readInput } from '../../../store/read-input.ts';
import { errorCode } from '../../../telemetry/error-code.ts';
import type { ApiContext } from '../../api-context.ts';
import type { FairSlots } from '../../fair-slots.ts';
import { ProblemError } from '../../problem-error.ts';
import type { NewRuleShape } from '../shapes/rule-shape.ts';

/** Longer spans are more than one thing. */
const MOST_SPAN = 2000;

function toProposalError(error: unknown): unknown {
  // Errors of a thread are copies without their class.
  if (error instanceof Error && error.name === 'RangeError') return new ProblemError('bad_rule', { detail: error.message });
  const isLate = errorCode(error) === 'no_thread' || errorCode(error) === 'deadline';
  return isLate ? new ProblemError('busy', { headers: { 'retry-after': '5' } }) : error;
}

/** What a span of a tenant's article could become, when it is the tenant's turn. Throws `ProblemError`. */
export async function proposeFor(
  { pool, threads }: ApiContext,
  slots: FairSlots,
  tenant: string,
  { id: articleId, revision, start, end }: NewRuleShape['from'],
): Promise<RuleProposals> {
  const article = await readInput(pool, { tenant, articleId, revision });
  if (!article) throw new ProblemError('unknown_article');
  // A purged article has no text left, and its span ends beyond that.
  if (article.text === '') throw new ProblemError('purged');
  if (start >= end || end > article.text.length || end - start > MOST_SPAN) {
    throw new ProblemError('bad_rule', { detail: `A span lies in the text, and is 1 to ${MOST_SPAN} code units long.` });
  }
  try {
    return await slots.run(tenant, async () => {
      const running = threads();
      await running.ready();
      return running.propose({ article, span: { start, end } });
    });
  } catch (error) {
    throw toProposalError(error);
  }
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The rule that a person asks for, completed by what its span says. */
export function toNewRule(body: NewRuleShape, { scope: likely, taken, maxWords }: RuleProposals): NewRule {
  const { name, kind, form, text, from } = body;
  const scope = body.scope ?? likely;
  const examples: LearnedRule['examples'] = {
    match: unique([taken[scope], ...(body.match ?? [])]),
    allow: unique(body.allow ?? []),
  };
  const rule = {
    ...{ name, kind, form, text, scope, examples },
    anchor: body.anchor ?? ('anywhere' as const),
    maxWords: body.maxWords ?? maxWords[scope],
    message: body.message ?? `learned: ${name.replaceAll('-', ' ')}`,
  };
  return { rule, from: { articleId: from.id, revision: from.revision, start: from.start, end: from.end } };
}
