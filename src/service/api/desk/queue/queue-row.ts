import type { ArticleFormat } from '../../../../moderation/model/article.ts';
import type { NamedPerson } from '../../../people/read-persons.ts';
import type { ReviewState } from '../../../store/article-state.ts';
import type { ReviewDecision } from '../../../store/review-event.ts';
import { SHOWN_TITLE } from '../../../store/shown-title.ts';
import type { QueueRowShape } from '../shapes/queue-shape.ts';

/** Columns that make an article in the queue, of `QUEUE_FROM`. */
export const QUEUE_ROW_COLUMNS = `a.article_id, a.revision, ${SHOWN_TITLE}, a.source, a.format, a.characters, a.score, a.reasons, a.kinds, a.rules,
  a.review, a.decision, l.person AS claimant, a.received_at, a.flagged_at, a.due_at, a.priority`;

export interface QueueRow {
  readonly article_id: string;
  readonly revision: number;
  readonly title: string;
  readonly source: string;
  readonly format: ArticleFormat;
  readonly characters: number;
  readonly score: string | null;
  readonly reasons: readonly string[];
  readonly kinds: readonly string[];
  readonly rules: readonly string[];
  readonly review: ReviewState;
  readonly decision: ReviewDecision | null;
  readonly claimant: string | null;
  readonly received_at: Date;
  readonly flagged_at: Date | null;
  readonly due_at: Date | null;
  readonly priority: number;
}

export function toQueueRow(row: QueueRow, nameOf: (id: string) => NamedPerson): QueueRowShape {
  const { article_id: id, revision, title, source, format, characters, score, review, decision, claimant, priority } = row;
  return {
    ...{ id, revision, title, source: source || null, format, characters, review, decision, priority },
    ...{ reasons: [...row.reasons], kinds: [...row.kinds], rules: [...row.rules] },
    score: score === null ? null : Number(score),
    claimant: claimant === null ? null : nameOf(claimant),
    receivedAt: row.received_at.toISOString(),
    flaggedAt: row.flagged_at?.toISOString() ?? null,
    dueAt: row.due_at?.toISOString() ?? null,
  };
}
