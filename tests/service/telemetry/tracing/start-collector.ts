import { createServer, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { portOf } from '../../delivery/start-receiver.ts';

const valueSchema = z.union([
  z.strictObject({ stringValue: z.string() }).transform((value) => value.stringValue),
  z.strictObject({ boolValue: z.boolean() }).transform((value) => value.boolValue),
  z.strictObject({ intValue: z.union([z.number(), z.string()]) }).transform((value) => Number(value.intValue)),
  z.strictObject({ doubleValue: z.number() }).transform((value) => value.doubleValue),
]);
const attributesSchema = z
  .array(z.strictObject({ key: z.string(), value: valueSchema }))
  .transform(
    (list): Readonly<Record<string, string | number | boolean>> => Object.fromEntries(list.map(({ key, value }) => [key, value])),
  );
const nanoseconds = z.string().transform((value) => Number(BigInt(value) / 1000n) / 1000);

/** A span as OTLP/JSON has it; times in milliseconds since 1970. */
const spanSchema = z.object({
  traceId: z.string().regex(/^[0-9a-f]{32}$/u),
  spanId: z.string().regex(/^[0-9a-f]{16}$/u),
  parentSpanId: z.string().optional(),
  name: z.string(),
  /** 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  kind: z.number(),
  startTimeUnixNano: nanoseconds,
  endTimeUnixNano: nanoseconds,
  attributes: attributesSchema,
  events: z.array(z.unknown()),
  links: z.array(z.object({ traceId: z.string(), spanId: z.string() })),
  status: z.object({ code: z.number() }),
});
const requestSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: attributesSchema }),
      scopeSpans: z.array(z.object({ scope: z.object({ name: z.string() }), spans: z.array(spanSchema) })),
    }),
  ),
});

export type SeenSpan = z.infer<typeof spanSchema>;

/** A receiver of OTLP over HTTP. */
export interface Collector {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string;
  readonly spans: () => readonly SeenSpan[];
  /** Of the processes that sent spans. */
  readonly resources: () => readonly Readonly<Record<string, unknown>>[];
  /** Every byte that came: paths, headers and bodies. */
  readonly bytes: () => string;
  /** Waits until `find` gives something. */
  readonly until: <T>(find: (spans: readonly SeenSpan[]) => T | undefined) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Starts one on a private port; `answer` may be slow, or refuse. */
export async function startCollector(
  answer: (response: ServerResponse) => void = (response) => response.writeHead(200).end('{}'),
): Promise<Collector> {
  const seen: z.infer<typeof requestSchema>[] = [];
  const bytes: string[] = [];
  const server = createServer(async (request, response) => {
    const body = (await buffer(request)).toString('utf8');
    bytes.push(`${request.method} ${request.url}\n${request.rawHeaders.join('\n')}\n${body}`);
    if (request.method === 'POST' && request.url === '/v1/traces') seen.push(requestSchema.parse(JSON.parse(body)));
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const spans = () => seen.flatMap((one) => one.resourceSpans.flatMap((two) => two.scopeSpans.flatMap((scope) => scope.spans)));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    spans,
    resources: () => seen.flatMap((one) => one.resourceSpans.map(({ resource }) => resource.attributes)),
    bytes: () => bytes.join('\n\n'),
    until: async (find) => {
      for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
        const found = find(spans());
        if (found !== undefined) return found;
      }
      throw new Error(`not seen within 60 s; there are ${spans().map(({ name }) => name)}`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
