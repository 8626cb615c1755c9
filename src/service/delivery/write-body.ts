import type { Outcome } from '../../moderation/model/moderated-article.ts';
import type { ArticleStatus } from '../store/article-status.ts';
import type { ReviewDecision } from '../store/review-event.ts';
import type { DeliveryType } from './delivery-type.ts';

/** A decision as the store has it. */
export interface Decision {
  readonly id: string;
  readonly type: DeliveryType;
  readonly created_at: Date;
  readonly article_id: string;
  readonly external_id: string;
  readonly source: string;
  readonly revision: number;
  readonly run: number;
  /** Null, as the score: the article is dead. */
  readonly outcome: Outcome | null;
  readonly score: number | null;
  /** What a person decided; null when it was the machine, and when it was taken back. */
  readonly decision: ReviewDecision | null;
  /** Code of the person's reason. */
  readonly reason: string | null;
  /** People amended the result. */
  readonly is_amended: boolean;
  /** Of a dead article: the code of its last failure. */
  readonly reasons: readonly string[];
  readonly has_result: boolean;
  /** The moderated article as stored JSON text, or null when there is none or it is too large. */
  readonly result: string | null;
}

const STATUS = {
  'article.accepted': 'accepted',
  'article.flagged': 'flagged',
  'article.dead': 'dead',
  'review.accepted': 'accepted',
  'review.rejected': 'rejected',
  'review.withdrawn': 'flagged',
} as const satisfies Readonly<Record<DeliveryType, ArticleStatus>>;

/**
 * The body of a webhook and of an entry of the feed, as JSON text. It is made of what does not change any more, so each attempt
 * has the same bytes, and the result stands in it byte for byte as it was stored.
 */
export function writeBody(decision: Decision): string {
  const { type, created_at, article_id: id, external_id: externalId, source, revision, run, outcome, score, reasons } = decision;
  const { decision: decided, reason, is_amended: isAmended } = decision;
  const about = { id, externalId, source, revision, run, status: STATUS[type], outcome, score, reasons };
  const head = { ...about, decision: decided, reason, isAmended };
  const isLeftOut = decision.has_result && decision.result === null;
  const tail = isLeftOut ? `,"resultUrl":"/v1/deliveries/${decision.id}/result"` : '';
  const data = `${JSON.stringify(head).slice(0, -1)},"result":${decision.result ?? 'null'}${tail}}`;
  return `{"type":"${type}","timestamp":"${created_at.toISOString()}","data":${data}}`;
}
