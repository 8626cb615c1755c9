import type { Amendment, AmendmentEffect, AmendmentReason } from '../model/amendment.ts';
import type { Entity } from '../model/annotation.ts';
import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { TouchingSpans } from '../text/touching-spans.ts';
import type { AmendmentPlan } from './plan-amendments.ts';
import { reclassifyFindings } from './reclassify-findings.ts';
import { rejectEntities } from './reject-entities.ts';

/** What an article came to; spans index the original. */
export interface Outcome {
  readonly detections: readonly Detection[];
  /** Places that people wanted left, and that would have changed. */
  readonly keptPlaces: readonly Span[];
  readonly entities: readonly Entity[];
}

/** What people see of it, and what became of each amendment, in order of id. */
export interface AmendedOutcome {
  readonly detections: readonly Detection[];
  readonly entities: readonly Entity[];
  readonly effects: readonly AmendmentEffect[];
  /** False when some did not count because there were too many, or their texts too long. */
  readonly isWhole: boolean;
}

const toEffect = ({ id, kind }: Amendment, reason: AmendmentReason | undefined): AmendmentEffect =>
  reason === undefined ? { id, kind, effect: 'applied' } : { id, kind, effect: 'none', reason };

/** Carries out what needs no cleaning, and tells what each amendment did. */
export function concludeAmendments(plan: AmendmentPlan, outcome: Outcome): AmendedOutcome {
  const { sorted, refused, reclassified } = plan;
  const detections = reclassifyFindings(outcome.detections, reclassified);
  const { entities, applied } = rejectEntities(
    outcome.entities,
    sorted.filter((amendment) => !refused.has(amendment)),
  );
  const done = new Set([...applied, ...detections.flatMap(({ amended }) => amended?.by ?? [])]);
  const kept = new TouchingSpans(outcome.keptPlaces.toSorted((a, b) => a.start - b.start));
  const isDone = (amendment: Amendment): boolean =>
    amendment.kind === 'restore' ? kept.firstIn(amendment) !== undefined : done.has(amendment.id);
  const effects = sorted.map((amendment) =>
    toEffect(amendment, refused.get(amendment) ?? (isDone(amendment) ? undefined : 'nothing_there')),
  );
  const isWhole = !effects.some(({ reason }) => reason === 'too_many' || reason === 'too_large');
  return { detections, entities, effects, isWhole };
}
