import type { StoredArticle } from '../store/stored-article.ts';
import type { Trace } from '../telemetry/trace.ts';
import type { DeliveryType } from './delivery-type.ts';

/** Where a tenant's decisions are sent, and what signs them, newest secret first. */
export interface Webhook {
  readonly url: string;
  readonly secrets: readonly string[];
}

/** A delivery that this process alone may send until its lease runs out. */
export interface ClaimedDelivery {
  /** The webhook-id. */
  readonly id: string;
  readonly lease: string;
  readonly type: DeliveryType;
  /** Counts from 1, and from 1 again after a replay. */
  readonly attempt: number;
  /** As it stood when the attempt was recorded. */
  readonly article: StoredArticle;
  readonly webhook: Webhook;
  /** Whether others came first, because the last attempt to reach the tenant failed. */
  readonly isBehind: boolean;
  /** Of this attempt. */
  readonly trace: Trace;
  /** What is sent, the same at each attempt. */
  readonly body: string;
}
