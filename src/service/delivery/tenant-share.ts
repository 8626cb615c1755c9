/** What a tenant may have of the slots for attempts. */
export interface TenantShare {
  /** How many more attempts at the same time. */
  readonly free: number;
  /** How many there are now: whose turn it is. */
  readonly inFlight: number;
  /** Whether others come first, because its last attempt failed. Absent: it does when the store has a failed attempt of its to be repeated. */
  readonly isBehind?: boolean;
}
