import type { KnownArticleName, RecurringLine } from '../../moderation/model/corpus-matches.ts';
import type { SqlSession } from '../store/sql-pool.ts';
import { type Fingerprinted, type StoredKeys, toStoredKeys } from './fingerprinted.ts';
import { type FoundRow, lookUp } from './look-up.ts';
import type { PackedMatches } from './packed-matches.ts';
import { storeFingerprint } from './store-fingerprint.ts';

function toName(row: FoundRow): KnownArticleName {
  return {
    externalId: row.external_id ?? '',
    source: row.source ?? '',
    articleId: row.article_id ?? '',
    revision: row.revision ?? 1,
    ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
    ...(row.received_at === null ? {} : { receivedAt: row.received_at.toISOString() }),
  };
}

/** Of another tenant's article nothing goes to moderation that could be told: its name stays here. */
function toKnownArticle(row: FoundRow, tenant: string): PackedMatches['articles'][number] {
  return {
    ...(row.tenant === tenant && { name: toName(row) }),
    isOwn: row.kind === 'own',
    order: Number(row.place),
    // A copy: what the driver gives may lie in a larger buffer, which a message would take along.
    paragraphs: new Uint8Array(row.paragraphs ?? []),
  };
}

/** In order of their keys, so that the same matches are the same data. */
function toRecurringLines(
  rows: readonly FoundRow[],
  lines: readonly string[],
  stored: StoredKeys,
): Record<string, RecurringLine> {
  const found = new Map(rows.map((row) => [row.key ?? '', row]));
  const recurring: Record<string, RecurringLine> = {};
  for (const [at, line] of lines.entries()) {
    const row = found.get(stored.lines[at] ?? '');
    if (row) recurring[line] = { articles: row.articles ?? 0, externalIds: [...(row.external_ids ?? [])].sort() };
  }
  return recurring;
}

/**
 * What other articles share with one whose fingerprint is stored: those of its tenant, and those of other tenants where both allow it. Nothing
 * is found of an article whose fingerprint is forgotten. `days`: how long fingerprints are kept.
 */
export async function findMatches(
  session: SqlSession,
  article: Fingerprinted,
  days: number,
  keys: StoredKeys = toStoredKeys(article),
): Promise<PackedMatches> {
  const rows = await lookUp(session, article.key, article.source, keys);
  const found = rows.filter(({ kind }) => kind === 'article' || kind === 'own');
  const articles = found.map((row) => toKnownArticle(row, article.key.tenant));
  const bound = rows.find(({ kind }) => kind === 'bound')?.place ?? null;
  return {
    snapshot: { fingerprints: article.fingerprint.version, asOf: bound === null ? null : Number(bound), days },
    recurringLines: toRecurringLines(
      rows.filter(({ kind }) => kind === 'line'),
      article.fingerprint.lines,
      keys,
    ),
    articles: articles.sort((a, b) => a.order - b.order),
  };
}

/**
 * Stores an article's fingerprint, then finds what other articles share with it, as `findMatches` does. It is stored first, so that of two
 * articles that come at once at least one sees the other.
 */
export async function gatherMatches(session: SqlSession, article: Fingerprinted, days: number): Promise<PackedMatches> {
  const keys = toStoredKeys(article);
  await storeFingerprint(session, article, keys);
  return findMatches(session, article, days, keys);
}
