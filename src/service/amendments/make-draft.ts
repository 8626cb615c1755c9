import { createHash } from 'node:crypto';
import type { Amendment } from '../../moderation/model/amendment.ts';
import type { Article } from '../../moderation/model/article.ts';
import { findMatches } from '../fingerprints/gather-matches.ts';
import type { Moderation } from '../processing/moderation.ts';
import type { FindMatches } from '../processing/moderation-threads.ts';
import type { Amending } from '../processing/thread-messages.ts';
import type { ReviewDesk } from '../review/review-desk.ts';
import type { StoredArticle } from '../store/stored-article.ts';

/** What amended results are made with. */
export interface Drafting extends ReviewDesk {
  /** Moderates in a thread, when it is the tenant's turn. */
  readonly moderate: (tenant: string, article: Article, findMatches: FindMatches, amending: Amending) => Promise<Moderation>;
  /** For how many days articles are compared with later ones. */
  readonly fingerprintDays: number;
}

/** What an article is amended from. */
export interface Basis {
  readonly article: StoredArticle;
  /** As it was received. */
  readonly input: Article;
  /** The machine's result as JSON text. */
  readonly machine: string;
}

/** A result with amendments. */
export interface Draft extends Moderation {
  /** SHA-256 of its JSON text, as hexadecimal digits. */
  readonly sha256: string;
}

/**
 * Makes the result of an article with amendments anew, beside what other articles share with it now: that is what the machine found, as
 * long as the desk has those articles. `provenance.amends` says whether the machine's result came again.
 */
export async function makeDraft(
  { pool, moderate, fingerprintDays }: Drafting,
  { article, input, machine }: Basis,
  amendments: readonly Amendment[],
): Promise<Draft> {
  const { key, externalId, source } = article;
  const find: FindMatches = (fingerprint) =>
    findMatches(pool, { key, externalId, source, publishedAt: input.publishedAt, fingerprint }, fingerprintDays);
  const amending = { amendments, machine: createHash('sha256').update(machine).digest('hex') };
  const draft = await moderate(key.tenant, input, find, amending);
  return { ...draft, sha256: createHash('sha256').update(draft.json).digest('hex') };
}
