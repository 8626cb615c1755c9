import { createApi } from '../create-api.ts';

/** Where the document of the API lies. */
export const OPENAPI_FILE = new URL('../../../../schemas/openapi-1.json', import.meta.url);

const unused = (): never => {
  throw new Error('a document is made without any request');
};

/** The document of the API as JSON text, as the code says it; a test holds the committed file to this. */
export async function writeDocument(): Promise<string> {
  const nothing = { query: unused, connect: unused, end: unused };
  const settings = { host: '', port: 0, maxRequestBytes: 1, maxQueueSeconds: 1, ratePerSecond: 1, burst: 1, checks: 1 };
  const api = await createApi({
    ...{ pool: nothing, notices: { subscribe: unused, close: unused }, log: unused, limiter: { take: unused, close: unused } },
    ...{
      readKey: unused,
      readTenant: unused,
      checkWebhook: unused,
      threads: unused,
      wake: unused,
      pingRedis: undefined,
      settings,
    },
  });
  const document = JSON.stringify(api.swagger(), undefined, 2);
  await api.close();
  return `${document}\n`;
}
