import { createHash } from 'node:crypto';
import { appendDeskEvents } from '../people/append-desk-events.ts';
import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { AUDIT_SCHEMA, type AuditLine } from './audit-line.ts';
import type { AuditWindow } from './list-chains.ts';
import { readArticleChains, readDeskChain } from './read-chains.ts';
import { readRuleChain } from './read-rule-chain.ts';

export interface AuditRequest extends AuditWindow {
  /** Whether the chain of what belongs to no tenant is wanted too. */
  readonly withCommon: boolean;
  /** Who asks; stands in the chain of the desk. */
  readonly by: string;
}

async function* readChains(pool: SqlPool, request: AuditRequest) {
  if (request.withCommon) yield* readDeskChain(pool, { ...request, tenant: '' });
  yield* readDeskChain(pool, request);
  yield* readRuleChain(pool, request);
  yield* readArticleChains(pool, request);
}

/** Counts and hashes what is written. */
class AuditWriter {
  readonly #hash = createHash('sha256');
  chains = 0;
  events = 0;

  write(lines: readonly AuditLine[]): string {
    for (const { type } of lines) {
      if (type === 'chain') this.chains++;
      if (type === 'event') this.events++;
    }
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    this.#hash.update(text);
    return text;
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}

/**
 * All chains of a tenant with events in the window, as NDJSON of the schema `copydesk.audit/1`, a piece at a time: no more than a thousand events are in
 * memory, and nothing in the store is held meanwhile. Events are as they were stored, so their hashes can be checked by whoever has
 * the file; people stand in them by ids, which only the store can name. The export is itself an event of the desk, with the hash that the
 * manifest has, or null when it was not taken to its end.
 */
export async function* exportAudit(pool: SqlPool, request: AuditRequest): AsyncGenerator<string> {
  const { tenant, by } = request;
  const [since, until] = [request.since.toISOString(), request.until.toISOString()];
  const writer = new AuditWriter();
  let sha256: string | null = null;
  let isTold = false;
  const tell = async () => {
    isTold = true;
    const data = { by, since, until, chains: writer.chains, events: writer.events, sha256 };
    await inTransaction(pool, (session) => appendDeskEvents(session, tenant, [{ name: 'audit.exported', data }], new Date()));
  };
  try {
    yield writer.write([{ type: 'export', schema: AUDIT_SCHEMA, tenant, since, until }]);
    for await (const lines of readChains(pool, request)) yield writer.write(lines);
    const { chains, events } = writer;
    sha256 = writer.digest();
    // Before its last line is given away: nobody has a whole export that the desk does not know of.
    await tell();
    yield `${JSON.stringify({ type: 'manifest', chains, events, sha256 })}\n`;
  } finally {
    if (!isTold) await tell();
  }
}
