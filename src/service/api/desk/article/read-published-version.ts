import type { Records } from '../../../delivery/release-held.ts';
import type { ArticleKey } from '../../../store/article-key.ts';
import { listPublished } from './list-published.ts';
import { MOST_LISTED } from './read-desk-rows.ts';
import { readToldDeliveries } from './read-told-deliveries.ts';

interface Event {
  readonly revision: number;
  readonly number: number;
  readonly name: string;
  readonly data: object;
}

/** As many as an article is shown with. */
const READ = `SELECT revision, number, name, data FROM copydesk.events WHERE tenant = $1 AND article_id = $2 ORDER BY seq DESC LIMIT ${MOST_LISTED}`;

/** The number of the newest event of a revision that its publisher sees, as `readPublishedArticle` tells it; 0 when there is none. */
export async function readPublishedVersion(records: Records, { tenant, articleId, revision }: ArticleKey): Promise<number> {
  const { rows } = await records.pool.query<Event>(READ, [tenant, articleId]);
  const shown = listPublished(rows, await readToldDeliveries(records, tenant, articleId));
  return Math.max(0, ...shown.filter((event) => event.revision === revision).map(({ number }) => number));
}
