import { Readable } from 'node:stream';
import { z } from 'zod';
import { exportAudit } from '../../audit/export-audit.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf, personOf } from '../api-server.ts';
import { ProblemError } from '../problem-error.ts';
import { instant } from '../shapes/instant.ts';

const NDJSON = 'application/x-ndjson';
/** Each reads the store for as long as it takes. */
const AT_ONCE = 2;

const auditQuery = z.strictObject({
  since: instant.default('1970-01-01T00:00:00.000Z').describe('Events of this time or later; all when absent.'),
  until: instant.optional().describe('Events before this time; now when absent.'),
});

/** Ends with the server: whoever reads sees that the manifest is missing. */
async function* untilClosed(texts: AsyncGenerator<string>, closing: AbortSignal): AsyncGenerator<string> {
  for await (const text of texts) {
    closing.throwIfAborted();
    yield text;
  }
}

/** A slow reader slows the export down; no more than this waits for it. */
const WAITING_BYTES = 65_536;

/** `/v1/desk/audit`. */
export function addDeskAuditRoutes(server: ApiServer, { pool, closing }: ApiContext): void {
  let running = 0;
  const schema = {
    ...{ operationId: 'exportAudit', tags: ['desk'], summary: 'Export the chains of events of the tenant, for audits' },
    description:
      'NDJSON of the schema `copydesk.audit/1`: what happened to articles, people and settings, each event with its hash; people by their ids, never by name. `copydesk audit verify FILE --key KEY` checks it without the desk, by the key that `copydesk audit key` prints. An export without a manifest in its last line was cut off.',
    querystring: auditQuery,
    response: { 200: z.unknown().describe('A JSON value a line.') },
  };
  const config = { access: 'desk:admin', problems: ['busy'], answerType: NDJSON } as const;
  server.get('/v1/desk/audit', { config, schema }, (request, reply) => {
    if (running >= AT_ONCE) throw new ProblemError('busy', { headers: { 'retry-after': '30' } });
    const [{ tenant }, person] = [callerOf(request), personOf(request)];
    const now = new Date();
    const until = request.query.until === undefined ? now : new Date(request.query.until);
    const asked = { tenant, since: new Date(request.query.since), until, withCommon: person.tenant === null, by: person.id };
    running++;
    const stream = Readable.from(untilClosed(exportAudit(pool, asked), closing), {
      objectMode: false,
      highWaterMark: WAITING_BYTES,
    });
    stream.once('close', () => {
      running--;
    });
    const file = `copydesk-audit-${tenant}-${now.toISOString().slice(0, 10)}.ndjson`;
    return reply
      .type(NDJSON)
      .headers({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${file}"` })
      .send(stream);
  });
}
