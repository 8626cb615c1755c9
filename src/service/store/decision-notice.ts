/** How a decision reaches the publisher: sent to its webhook, or kept until it is fetched. */
export type DeliveryWay = 'webhook' | 'pull';

/** The delivery that tells the publisher of a decision; `id` is the webhook-id. */
export interface DecisionNotice {
  readonly id: string;
  readonly way: DeliveryWay;
  /** For how long nobody is told, so that the decision can be taken back. */
  readonly heldSeconds?: number;
}
