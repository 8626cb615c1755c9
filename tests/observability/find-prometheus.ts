import process from 'node:process';
import type { TestProject } from 'vitest/node';
import { findProgram, PROGRAM_FOLDERS } from '../service/private-server.ts';

/** Programs of Prometheus, as paths. */
export interface PrometheusPrograms {
  readonly promtool: string;
  readonly prometheus: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    prometheus: PrometheusPrograms | null;
  }
}

/** Finds Prometheus where it is installed; with `TEST_DEMAND_SERVERS=1` it has to be. */
export default function findPrometheus(
  project: Pick<TestProject, 'provide'>,
  folders: readonly string[] = PROGRAM_FOLDERS,
): void {
  const promtool = findProgram('promtool', folders);
  const prometheus = findProgram('prometheus', folders);
  const isThere = promtool !== undefined && prometheus !== undefined;
  if (!isThere && process.env.TEST_DEMAND_SERVERS === '1') {
    throw new Error('TEST_DEMAND_SERVERS=1, but promtool and prometheus are not installed');
  }
  if (!isThere) {
    process.stdout.write('Alert rules, metrics and the dashboard are not tried on Prometheus, because it is not installed.\n');
  }
  project.provide('prometheus', isThere ? { promtool, prometheus } : null);
}
