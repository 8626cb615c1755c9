import type { Mode } from '../../src/service/config.ts';
import type { Account } from './check/account.ts';
import type { LogAccount } from './check/examine-logs.ts';

/** One row of the table: what a fault did in a mode. */
export interface CellOutcome extends Account {
  readonly fault: string;
  readonly mode: Mode;
  readonly count: number;
  readonly acknowledged: number;
  /** Requests that were refused, or came to no answer, by their code. All of them were repeated. */
  readonly refused: Readonly<Record<string, number>>;
  /** Decisions that came more than once, under the same webhook-id. */
  readonly repeated: number;
  /** The longest time in the run without a decision that was not taken before, in seconds. */
  readonly silenceSeconds: number;
  /** From the last stroke and the last acknowledgement until nothing was left to do, in seconds. */
  readonly quietSeconds: number;
  /** The slowest answer with 2xx to a request that was sent during a stroke, in seconds. */
  readonly slowestSeconds: number | undefined;
  readonly seconds: number;
  /** Of all its processes. */
  readonly logs: LogAccount;
  /** What else must not be: it did not come to an end, or did not stop when asked. */
  readonly violations: readonly string[];
  /** Processes that ended by themselves and were started again. */
  readonly ownEnds: readonly string[];
}

/** All that is wrong with a run. */
export function listFaults({ lost, doubled, broken, leftOver, violations, logs }: CellOutcome): readonly string[] {
  return [
    ...lost.map((text) => `lost: ${text}`),
    ...doubled.map((text) => `double: ${text}`),
    ...broken.map((text) => `broken: ${text}`),
    ...leftOver.map((text) => `left over: ${text}`),
    ...logs.broken.map((text) => `a line against the log contract: ${text}`),
    ...logs.leaks.map((text) => `a leak: ${text}`),
    ...(logs.lines === 0 ? ['nothing was logged'] : []),
    ...violations,
  ];
}
