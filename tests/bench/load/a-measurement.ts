import type { CpuUse } from '../../../bench/load/cpu-use.ts';
import type { Measurement } from '../../../bench/load/measurement.ts';

const CPU: CpuUse = {
  ...{ seconds: 10, cores: 2, byProcess: { worker: 1.2, PostgreSQL: 0.3 }, driver: 0.1, others: 0.1, idle: 0.3 },
  ...{ moderation: 1, threads: 1.05, helpers: 0.1, articles: 500, share: 0.83, shareWithServers: 0.67 },
};

/** One as it may come, with what is named otherwise. */
export function aMeasurement(other: Partial<Measurement> = {}): Measurement {
  const times = { count: 100, p50: 100, p90: 200, p99: 400, most: 500 };
  return {
    ...{ name: '50 %', share: 0.5, seconds: 10, offered: 50, sent: 500, accepted: 500, refused: {}, decided: 500 },
    ...{ decidedPerSecond: 50, backlog: { start: 3, end: 4, perSecond: 0.1, t: 1, grows: false } },
    latency: { answer: times, started: times, stored: times, webhook: times, sending: times },
    ...{ cpu: CPU, memory: { worker: 300 }, bytesSent: 9000, bytesReceived: 40_000 },
    ...other,
  };
}
