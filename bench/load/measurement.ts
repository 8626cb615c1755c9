import type { CpuUse } from './cpu-use.ts';
import type { BacklogTrend } from './judge-backlog.ts';
import type { Percentiles } from './percentiles.ts';

/** What was measured in one stretch of time. Rates are articles a second. */
export interface Measurement {
  readonly name: string;
  /** Part of the ceiling; null: as many as it takes. */
  readonly share: number | null;
  readonly seconds: number;
  readonly offered: number;
  readonly sent: number;
  readonly accepted: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Of what was sent: decided in the end. */
  readonly decided: number;
  readonly decidedPerSecond: number;
  /** Null where there is always work. */
  readonly backlog: BacklogTrend | null;
  /** Milliseconds from the time when an article was to be sent. */
  readonly latency: {
    readonly answer: Percentiles | null;
    readonly started: Percentiles | null;
    readonly stored: Percentiles | null;
    readonly webhook: Percentiles | null;
    /** How much later than it should the driver sent. */
    readonly sending: Percentiles | null;
  };
  readonly cpu: CpuUse;
  /** Megabytes at the end, by process. */
  readonly memory: Readonly<Record<string, number>>;
  /** Of an article, in the mean. */
  readonly bytesSent: number;
  readonly bytesReceived: number;
}
