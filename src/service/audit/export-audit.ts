import { createHash } from 'node:crypto';
import { appendDeskEvents } from '../people/append-desk-events.ts';
import { inTransaction } from '../store/in-transaction.ts';
import type { SqlPool } from '../store/sql-pool.ts';
import { AUDIT_SCHEMA, type AuditLine } from './audit-line.ts';
import { AuditRoot } from './audit-root.ts';
import type { AuditWindow } from './list-chains.ts';
import { openSigner } from './open-signer.ts';
import { readArticleChains } from './read-article-chains.ts';
import { readTenantChain } from './read-tenant-chain.ts';
import { type ManifestContent, toSignedBytes } from './to-signed-bytes.ts';

export interface AuditRequest extends AuditWindow {
  /** Whether the chain of what belongs to no tenant is wanted too. */
  readonly withCommon: boolean;
  /** Who asks; stands in the chain of the desk. */
  readonly by: string;
}

async function* readChains(pool: SqlPool, request: AuditRequest) {
  if (request.withCommon) yield* readTenantChain(pool, 'desk', { ...request, tenant: '' });
  yield* readTenantChain(pool, 'desk', request);
  yield* readTenantChain(pool, 'rules', request);
  yield* readArticleChains(pool, request);
}

/** Counts and hashes what is written. */
class AuditWriter {
  readonly #hash = createHash('sha256');
  readonly #root = new AuditRoot();
  chains = 0;
  events = 0;

  write(lines: readonly AuditLine[]): string {
    for (const line of lines) {
      if (line.type === 'event') this.events++;
      if (line.type !== 'chain') continue;
      this.chains++;
      this.#root.add(line);
    }
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    this.#hash.update(text);
    return text;
  }

  /** To be asked once, at the end. */
  close(): ManifestContent {
    const { chains, events } = this;
    return { chains, events, sha256: this.#hash.digest('hex'), root: this.#root.digest() };
  }
}

/**
 * All chains of a tenant with events in the window, as NDJSON of the schema `copydesk.audit/1`, a piece at a time: no more than a thousand events are in
 * memory, and nothing in the store is held meanwhile. Events are as they were stored, so their hashes can be checked by whoever has
 * the file; people stand in them by ids, which only the store can name. The export is itself an event of the desk, with the hash that the
 * manifest has, or null when it was not taken to its end. The manifest is signed by the desk.
 */
export async function* exportAudit(pool: SqlPool, request: AuditRequest): AsyncGenerator<string> {
  const { tenant, by } = request;
  const [since, until] = [request.since.toISOString(), request.until.toISOString()];
  const writer = new AuditWriter();
  let manifest: ManifestContent | undefined;
  let isTold = false;
  const tell = async () => {
    isTold = true;
    const [sha256, root] = [manifest?.sha256 ?? null, manifest?.root ?? null];
    const data = { by, since, until, chains: writer.chains, events: writer.events, sha256, root };
    await inTransaction(pool, (session) => appendDeskEvents(session, tenant, [{ name: 'audit.exported', data }], new Date()));
  };
  try {
    const signer = await openSigner(pool);
    yield writer.write([{ type: 'export', schema: AUDIT_SCHEMA, tenant, since, until }]);
    for await (const lines of readChains(pool, request)) yield writer.write(lines);
    manifest = writer.close();
    // Before its last line is given away: nobody has a whole export that the desk does not know of.
    await tell();
    yield `${JSON.stringify({ type: 'manifest', ...manifest, key: signer.key, signature: signer.sign(toSignedBytes(manifest)) })}\n`;
  } catch (error) {
    // Why it failed counts, whether or not that can be told.
    if (!isTold) await tell().catch(() => undefined);
    throw error;
  } finally {
    // Nobody reads on.
    if (!isTold) await tell();
  }
}
