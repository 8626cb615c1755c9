import type { LogFault } from './log-fault.ts';

/** What is known of a file while it is read. */
export interface LogSource {
  readonly name: string;
  /** As they lie on the disk. */
  bytes: number;
  lines: number;
}

export interface LogsRead {
  readonly files: readonly LogSource[];
  readonly faults: readonly LogFault[];
}
