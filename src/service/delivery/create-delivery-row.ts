import type { DeliveryState } from '../store/article-state.ts';
import type { DecisionNotice } from '../store/decision-notice.ts';
import type { DeliveryType } from './delivery-type.ts';
import { GIVE_UP_SECONDS } from './next-wait.ts';

/** Columns of `copydesk.deliveries` that do not come from the article. */
export interface DeliveryRow {
  readonly id: string;
  readonly type: DeliveryType;
  readonly due_at: Date;
  readonly give_up_at: Date;
  readonly state: DeliveryState;
}

/** The delivery of a decision. A tenant without a webhook fetches its decisions. */
export function createDeliveryRow(decision: DecisionNotice & { readonly type: DeliveryType }, now: Date): DeliveryRow {
  const { id, type, way, heldSeconds = 0 } = decision;
  const due_at = new Date(now.getTime() + heldSeconds * 1000);
  const give_up_at = new Date(due_at.getTime() + GIVE_UP_SECONDS * 1000);
  const state = way === 'webhook' ? 'pending' : 'available';
  return { id, type, due_at, give_up_at, state: heldSeconds > 0 ? 'held' : state };
}
