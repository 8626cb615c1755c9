import { moderate } from '../index.ts';
import { detect } from '../moderation/detect/detect.ts';
import type { Finding } from '../moderation/model/finding.ts';
import type { Ruleset } from '../moderation/model/ruleset.ts';
import type { Span } from '../moderation/model/span.ts';
import { parse } from '../moderation/parse/parse.ts';
import { findCause } from './find-cause.ts';
import { frameInsert } from './frame-insert.ts';
import { type Loss, measureLoss } from './measure-loss.ts';

/** What was made of a line that was set between paragraphs of prose. */
export interface JudgedInsert {
  readonly loss: Loss;
  /** The finding that covers most of it, if one of the kind asked for stands there; else what takes text out of it. */
  readonly cause: Finding | undefined;
}

function pickCause(findings: readonly Finding[], span: Span, kind: Finding['kind']): Finding | undefined {
  const wanted = findings.filter((finding) => finding.kind === kind);
  const removing = findings.filter(({ action }) => action === 'removed' || action === 'moved');
  return findCause(wanted, span) ?? findCause(removing, span);
}

/**
 * Judges an insert as `moderate` does, and asks it only when a detector reports anything: where none does, nothing is
 * edited and no finding comes out, and the annotation of thousands of equal articles is saved.
 */
export function judgeInsert(insert: string, kind: Finding['kind'], ruleset: Ruleset): JudgedInsert {
  const { text, span } = frameInsert(insert);
  const article = { id: 'insert', text };
  const isQuiet = detect(parse(text, article), ruleset, { recurringLines: {}, articles: [] }).length === 0;
  if (isQuiet) return { loss: measureLoss(text, [])(span), cause: undefined };
  const { findings, edits } = moderate(article, { ruleset });
  return { loss: measureLoss(text, edits)(span), cause: pickCause(findings, span, kind) };
}
