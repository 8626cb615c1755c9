/** `superseded`: a newer revision came before it was cleaned. */
export const PROCESSING_STATES = ['received', 'queued', 'processing', 'retrying', 'cleaned', 'dead', 'superseded'] as const;
/** `flagged`, `escalated` (it takes a lead) and `appealed` are on the desk; whether somebody has claimed them is told beside. */
export const REVIEW_STATES = ['none', 'flagged', 'escalated', 'appealed', 'decided'] as const;
/** `available`: it waits to be fetched. `cancelled`: a newer decision or revision took its place before it was delivered. */
export const DELIVERY_STATES = [
  'none',
  'held',
  'pending',
  'delivering',
  'retrying',
  'delivered',
  'dead',
  'available',
  'cancelled',
] as const;
