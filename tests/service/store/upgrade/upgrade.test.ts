import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../../src/client/client.ts';
import type { Desk } from '../../../../src/service/open-desk.ts';
import { addPerson } from '../../../../src/service/people/add-person.ts';
import { claimArticle } from '../../../../src/service/review/claim-article.ts';
import type { ArticleKey } from '../../../../src/service/store/article-key.ts';
import { openLog } from '../../../../src/service/telemetry/open-log.ts';
import { runCopydesk } from '../../../cli/run-copydesk.ts';
import { temporaryFolder } from '../../../cli/temporary-folder.ts';
import { type Receiver, startReceiver } from '../../delivery/start-receiver.ts';
import { expectFold, openTestDesk } from '../../open-test-desk.ts';
import { availableModes, createPlace, type TestPlace } from '../../test-place.ts';
import { makeOldStore } from './make-old-store.ts';

/** The operator's key of the old desk, of which the database has the hash. */
const OLD_KEY = `ck_operator_${'a1'.repeat(24)}`;
/** Twelve revisions of ten articles. */
const BEFORE = {
  again: 'accepted',
  hidden: 'flagged',
  plain: 'accepted',
  purged: 'purged',
  revised: 'accepted',
} as const;
const WAITED = { queued: 'accepted', received: 'accepted', 'hidden-too': 'flagged' } as const;

async function readAll<Row>(rows: AsyncIterable<Row>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

interface OldArticle extends ArticleKey {
  readonly externalId: string;
}

describe.each(availableModes())('a desk on the database of an older one, in the mode %s', (mode) => {
  let place: TestPlace;
  let desk: Desk;
  let receiver: Receiver;
  const clientFor = (tenant?: string) =>
    createClient({ url: desk.url ?? '', key: OLD_KEY, ...(tenant !== undefined && { tenant }) });
  const statuses = async () => {
    const rows = await readAll(clientFor().list());
    // Newest first: the newest revision counts.
    return Object.fromEntries(rows.toReversed().map(({ externalId, status }) => [externalId, status]));
  };

  beforeAll(async () => {
    const empty = await createPlace(mode, 'nothing');
    place = { ...empty, env: { ...empty.env, COPYDESK_WEBHOOK_PRIVATE: '127.0.0.0/8' } };
    await makeOldStore(place);
    receiver = await startReceiver();
    desk = await openTestDesk(place);
    await desk.pool.query('UPDATE copydesk.tenants SET webhook_url = $1 WHERE webhook_url IS NOT NULL', [receiver.url]);
  }, 200_000);
  afterAll(async () => {
    await desk.close();
    await receiver.close();
    await place.remove();
  }, 60_000);

  it('serves what the old one had decided, and decides what waited', async () => {
    expect(desk.firstKey).toBeUndefined();
    await expect.poll(statuses, { timeout: 60_000 }).toEqual({ ...BEFORE, ...WAITED });
    const [plain] = await readAll(clientFor().list({ externalId: 'plain' }));
    const state = await clientFor().get(plain?.id ?? '');
    expect(state.result?.text).toContain('The pilots won their vote, said Odile Harnwick.');
    expect(state.history.map(({ name }) => name)).toContain('article.cleaned');
  }, 70_000);

  it('knows an article that comes again', async () => {
    const text = 'The harbour council of Merrow met at noon on Monday.\n\nThe pilots won their vote, said Odile Harnwick.';
    const article = { id: 'plain', source: 'gazette', title: 'Ferry pilots win', text };
    expect(await clientFor().submit(article)).toMatchObject({ isNew: false, revision: 1, status: 'accepted' });
    expect(await clientFor().submit({ ...article, text: `${text} So it is.` })).toMatchObject({ isNew: true, revision: 2 });
  });

  it('tells of what was not told, under the same webhook-id, and of what was told nothing', async () => {
    const { rows } = await desk.pool.query<{ tenant: string; id: string }>(
      "SELECT tenant, id FROM copydesk.deliveries WHERE tenant <> 'default' ORDER BY seq",
    );
    const [told, away, gone] = rows.map(({ id }) => id);
    await expect.poll(() => receiver.ids(), { timeout: 90_000 }).toEqual([away]);
    expect(await readAll(clientFor('gone').deliveries({ state: 'dead' }))).toMatchObject([{ id: gone }]);
    await clientFor('gone').call('replayDelivery', { path: { id: gone ?? '' } });
    await expect.poll(() => receiver.ids(), { timeout: 60_000 }).toEqual([away, gone]);
    expect(receiver.ids()).not.toContain(told);
  }, 160_000);

  it('goes on with the feed where a publisher stood', async () => {
    const feed = await readAll(clientFor().deliveries({ after: '7' }));
    expect(feed.map(({ externalId }) => externalId)).toEqual(expect.arrayContaining(Object.keys(WAITED)));
    const all = await readAll(clientFor().deliveries());
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('puts what the old one flagged before people', async () => {
    const { rows } = await desk.pool.query<ArticleKey>(
      `SELECT tenant, article_id AS "articleId", revision FROM copydesk.articles WHERE external_id = 'hidden'`,
    );
    const account = { tenant: 'default', login: 'odile', name: 'Odile', role: 'moderator', email: null } as const;
    const { id } = await addPerson(desk.pool, account, 'cli', new Date());
    const person = { id, tenant: 'default', role: 'moderator' } as const;
    const acting = { pool: desk.pool, log: openLog(place.logFile, 'info') };
    const key = rows[0] ?? { tenant: '', articleId: '', revision: 0 };
    expect(await claimArticle(acting, person, key)).toMatchObject({ state: { claimant: id } });
  });

  it('keeps every chain of events whole, from the old ones to the new', async () => {
    const { rows } = await desk.pool.query<OldArticle>(
      'SELECT tenant, article_id AS "articleId", revision, external_id AS "externalId" FROM copydesk.articles',
    );
    expect(rows).toHaveLength(13);
    for (const key of rows) await expectFold(desk.pool, key);
    await desk.close();
    const file = `${temporaryFolder()}/audit.ndjson`;
    const env = { ...place.env, COPYDESK_OPERATOR_KEY: '' };
    expect(await runCopydesk(['audit', 'export', '--output', file], { env })).toMatchObject({ code: 0 });
    const key = (await runCopydesk(['audit', 'key'], { env })).stdout.trim();
    const verified = await runCopydesk(['audit', 'verify', file, '--key', key], { env });
    expect(verified.code, verified.stdout + verified.stderr).toBe(0);
  }, 60_000);
});
