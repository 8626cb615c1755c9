import type { DeadChoice, DeadLetters } from '../../service/delivery/list-dead.ts';

/** What became of one dead letter: `replayed`, or a word for why not. */
export interface ReplayedId {
  readonly id: string;
  readonly outcome: string;
}

/** Where dead letters lie: in a store, or at a desk that runs. */
export interface DeadBox {
  readonly list: (choice: DeadChoice, limit: number) => Promise<DeadLetters>;
  /** Replays those of the choice, or those of them that are named. */
  readonly replay: (choice: DeadChoice, ids: readonly string[]) => Promise<readonly ReplayedId[]>;
}
