import type { DecisionNotice } from '../store/article-event.ts';
import type { DeliveryState } from '../store/article-state.ts';
import { type DeliveryType, GIVE_UP_SECONDS } from './insert-delivery.ts';

/** Columns of `copydesk.deliveries` that do not come from the article. */
export interface DeliveryRow {
  readonly id: string;
  readonly type: DeliveryType;
  readonly due_at: Date;
  readonly give_up_at: Date;
  readonly state: DeliveryState;
}

/** The delivery of a decision. A tenant without a webhook fetches its decisions. */
export function createDeliveryRow({ id, type, way }: DecisionNotice & { readonly type: DeliveryType }, now: Date): DeliveryRow {
  const give_up_at = new Date(now.getTime() + GIVE_UP_SECONDS * 1000);
  return { id, type, due_at: now, give_up_at, state: way === 'webhook' ? 'pending' : 'available' };
}
