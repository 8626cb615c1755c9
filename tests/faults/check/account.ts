/** What became of the acknowledged articles: each list names them, with the reason. All of them should be empty. */
export interface Account {
  /** No outcome, no decision at the receiver, or dead although nothing was wrong with it. */
  readonly lost: readonly string[];
  /** Two results, two decisions, two articles for one. */
  readonly doubled: readonly string[];
  /** A chain that does not verify, a state that is not the fold of its events, other bytes on repetition. */
  readonly broken: readonly string[];
  /** Rows of the outbox, jobs, deliveries that should be over. */
  readonly leftOver: readonly string[];
  /** The longest time from the kill of a worker until an article that it had in hand was started again, in seconds. */
  readonly restartSeconds: number | undefined;
}
