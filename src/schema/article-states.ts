/** The states of an article on its three axes. */
export const ARTICLE_STATES = {
  /** `superseded`: a newer revision came before it was cleaned. */
  processing: ['received', 'queued', 'processing', 'retrying', 'cleaned', 'dead', 'superseded'],
  /** `flagged`, `escalated` (it takes a lead) and `appealed` are on the desk; whether somebody has claimed them is told beside. */
  review: ['none', 'flagged', 'escalated', 'appealed', 'decided'],
  /** `available`: it waits to be fetched. `cancelled`: a newer decision or revision took its place before it was delivered. */
  delivery: ['none', 'held', 'pending', 'delivering', 'retrying', 'delivered', 'dead', 'available', 'cancelled'],
} as const;
