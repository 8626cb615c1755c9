import type { Records } from '../../../delivery/release-held.ts';
import { readStandingOffers } from '../../../review/checks/read-standing-offers.ts';
import { hasRole, type Person } from '../../../review/person.ts';
import { readBlindArticle } from './read-blind-article.ts';
import { readDeskArticle } from './read-desk-article.ts';
import { readPublishedArticle } from './read-published-article.ts';

/**
 * An article as JSON, as this person may see it; the newest revision when none is named. Publishers see what concerns them; whoever is to look
 * a second time at a decision of it sees nothing of what people did until they have. Throws `ProblemError`.
 */
export async function readArticleFor(
  records: Records,
  tenant: string,
  person: Person,
  wanted: { readonly id: string; readonly revision?: number | undefined },
): Promise<string> {
  if (!hasRole(person, 'moderator')) return readPublishedArticle(records, tenant, person, wanted);
  const isBlind = (await readStandingOffers(records.pool, tenant, person)).has(wanted.id);
  return (isBlind ? readBlindArticle : readDeskArticle)(records.pool, tenant, person, wanted);
}
