import type { ApiServer } from './api-server.ts';
import { createApi } from './create-api.ts';

const unused = (): never => {
  throw new Error('the idle API answers no request');
};

/** The API with nothing behind it: for its document and its routes. */
export function createIdleApi(): Promise<ApiServer> {
  const nothing = { query: unused, connect: unused, end: unused };
  const limits = { maxRequestBytes: 1, maxQueueSeconds: 1, ratePerSecond: 1, burst: 1, fingerprintDays: 1, checks: 1 };
  const settings = { host: '', port: 0, ...limits, publicUrl: undefined, trustedProxies: [], oidc: undefined };
  return createApi({
    ...{
      pool: nothing,
      notices: { subscribe: unused, close: unused },
      log: unused,
      limiter: { take: unused, giveBack: unused, spent: unused, close: unused },
    },
    ...{
      readKey: unused,
      readTenant: unused,
      forgetKey: unused,
      forgetTenant: unused,
      readSecret: unused,
      checkWebhook: unused,
      threads: unused,
      rules: { read: unused, readNow: unused },
      ruleset: unused,
      wake: unused,
      pingRedis: undefined,
      metrics: { write: unused, contentType: 'text/plain' },
      closing: new AbortController().signal,
      settings,
    },
  });
}
