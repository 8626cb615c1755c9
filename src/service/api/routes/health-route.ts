import { z } from 'zod';
import type { ApiServer } from '../api-server.ts';

/** `GET /healthz`: the process is up. */
export function addHealthRoute(server: ApiServer): void {
  server.get(
    '/healthz',
    {
      config: { access: 'public', isQuiet: true },
      schema: {
        operationId: 'getHealth',
        tags: ['service'],
        summary: 'Whether the process is up',
        response: { 200: z.strictObject({ status: z.literal('ok') }) },
      },
    },
    () => ({ status: 'ok' as const }),
  );
}
