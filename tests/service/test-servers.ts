/** Real servers that `start-servers.ts` runs for the length of a test run. */
export interface TestServers {
  readonly redisUrl: string;
  /** Without a database name. */
  readonly databaseUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    servers: TestServers | null;
  }
}
