import type { Amendment, AmendmentEffect, AmendmentReason } from '../model/amendment.ts';
import type { Entity, Topic } from '../model/annotation.ts';
import type { Detection } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { TouchingSpans } from '../text/touching-spans.ts';
import { amendTopics, type KnownTopic } from './amend-topics.ts';
import type { AmendmentPlan } from './plan-amendments.ts';
import { reclassifyFindings } from './reclassify-findings.ts';
import { rejectEntities } from './reject-entities.ts';

/** What an article came to; spans index the original. */
export interface Outcome {
  readonly detections: readonly Detection[];
  /** Places that people wanted left, and that would have changed. */
  readonly keptPlaces: readonly Span[];
  readonly entities: readonly Entity[];
  readonly topics: readonly Topic[];
  /** Any topic of the taxonomy by its code. */
  readonly findTopic: (code: string) => KnownTopic | undefined;
}

/** What people see of it, and what became of each amendment, in order of id. */
export interface AmendedOutcome {
  readonly detections: readonly Detection[];
  readonly entities: readonly Entity[];
  readonly topics: readonly Topic[];
  readonly effects: readonly AmendmentEffect[];
  /** False when some did not count because there were too many, or their texts too long. */
  readonly isWhole: boolean;
}

function toEffect({ id, kind }: Amendment, reason: AmendmentReason | undefined, label: string | undefined): AmendmentEffect {
  if (reason !== undefined) return { id, kind, effect: 'none', reason };
  return { id, kind, effect: 'applied', ...(label !== undefined && { label }) };
}

/** Carries out what needs no cleaning, and tells what each amendment did. */
export function concludeAmendments(plan: AmendmentPlan, outcome: Outcome): AmendedOutcome {
  const { sorted, refused, reclassified } = plan;
  const standing = sorted.filter((amendment) => !refused.has(amendment));
  const detections = reclassifyFindings(outcome.detections, reclassified);
  const { entities, applied } = rejectEntities(outcome.entities, standing);
  const { topics, labels, reasons } = amendTopics(outcome.topics, standing, outcome.findTopic);
  const done = new Set([...applied, ...labels.keys(), ...detections.flatMap(({ amended }) => amended?.by ?? [])]);
  const kept = new TouchingSpans(outcome.keptPlaces.toSorted((a, b) => a.start - b.start));
  const isDone = (amendment: Amendment): boolean =>
    amendment.kind === 'restore' ? kept.firstIn(amendment) !== undefined : done.has(amendment.id);
  const reasonOf = (amendment: Amendment): AmendmentReason | undefined =>
    refused.get(amendment) ?? reasons.get(amendment) ?? (isDone(amendment) ? undefined : 'nothing_there');
  const effects = sorted.map((amendment) => toEffect(amendment, reasonOf(amendment), labels.get(amendment.id)));
  const isWhole = !effects.some(({ reason }) => reason === 'too_many' || reason === 'too_large');
  return { detections, entities, topics, effects, isWhole };
}
