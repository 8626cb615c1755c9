import type { z } from 'zod';
import type { DeliveryType } from '../delivery/delivery-type.ts';
import type { deliveryShape, deliveryStateShape } from './shapes/article-shape.ts';

/** Columns of `copydesk.deliveries` that make a delivery in an answer. */
export const DELIVERY_COLUMNS =
  'id, type, article_id, revision, run, state, attempts, created_at, last_attempt_at, last_status, last_code';

export interface DeliveryRow {
  readonly id: string;
  readonly type: DeliveryType;
  readonly article_id: string;
  readonly revision: number;
  readonly run: number;
  readonly state: z.infer<typeof deliveryStateShape>;
  readonly attempts: number;
  readonly created_at: Date;
  readonly last_attempt_at: Date | null;
  readonly last_status: number | null;
  readonly last_code: string | null;
}

export function toDelivery(row: DeliveryRow): z.infer<typeof deliveryShape> {
  const { id, type, article_id: articleId, revision, run, state, attempts } = row;
  return {
    ...{ id, type, articleId, revision, run, state, attempts },
    createdAt: row.created_at.toISOString(),
    lastAttemptAt: row.last_attempt_at?.toISOString() ?? null,
    lastStatus: row.last_status,
    lastCode: row.last_code,
  };
}
