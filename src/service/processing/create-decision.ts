import { randomBytes } from 'node:crypto';
import type { DeliveryType } from '../delivery/delivery-type.ts';
import type { DecisionNotice, DeliveryWay } from '../store/decision-notice.ts';

/** A decision that the publisher is told of, under an id of its own: the webhook-id. */
export function createDecision(type: DeliveryType, way: DeliveryWay): DecisionNotice & { readonly type: DeliveryType } {
  return { id: `msg_${randomBytes(12).toString('hex')}`, way, type };
}
