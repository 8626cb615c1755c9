import { defineConfig } from 'vitest/config';

/** Times in milliseconds. Tests that start real servers state their own, longer ones. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globals: false,
    globalSetup: ['tests/service/start-servers.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
