import { z } from 'zod';
import type { ApiContext } from '../api-context.ts';
import type { ApiServer } from '../api-server.ts';

/** `GET /metrics`: what this process and the store tell Prometheus. */
export function addMetricsRoute(server: ApiServer, { metrics }: ApiContext): void {
  server.get(
    '/metrics',
    {
      config: { access: 'operator', isQuiet: true },
      schema: {
        operationId: 'getMetrics',
        tags: ['service'],
        summary: 'Metrics of this process and of the store, for Prometheus',
        description:
          'In the text format of Prometheus. Every process has metrics of its own: set `COPYDESK_METRICS_PORT` to serve them without a key inside your network.',
        produces: [metrics.contentType],
        response: { 200: z.string() },
      },
    },
    async (_, reply) => reply.type(metrics.contentType).send(await metrics.write()),
  );
}
