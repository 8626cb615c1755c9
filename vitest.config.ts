import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

/** Times in milliseconds. Tests that start real servers state their own, longer ones. */
export default defineConfig({
  // The package's own names lead to the sources; in what npm packs, to JavaScript.
  ssr: { resolve: { conditions: ['copydesk-source', 'module', 'node', 'development|production'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    globals: false,
    globalSetup: [
      'tests/service/make-run-folder.ts',
      'tests/service/start-servers.ts',
      'tests/recognisers/find-onnx-runtime.ts',
      'tests/observability/find-prometheus.ts',
    ],
    pool: 'forks',
    // V8 13.6, that of Node 24, compiles beside the running program without being safe there: on a busy machine one process in thousands
    // is reported to end with a failed CHECK, which is a SIGTRAP (nodejs/node#66126). Compiled in turn, the tests take no longer.
    execArgv: ['--no-concurrent-recompilation'],
    // Many tests wait for servers and processes; by default two cores run one file at a time.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A wait for what has to come about, not how soon: four files run at once on two cores.
    expect: { poll: { timeout: 30_000 } },
    teardownTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
