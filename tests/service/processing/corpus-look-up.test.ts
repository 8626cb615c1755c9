import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/service/open-desk.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { expectFold, expectLogContract, openTestDesk, untilOver } from '../open-test-desk.ts';
import { readEvents } from '../store/read-events.ts';
import { availableModes, createPlace, type TestPlace } from '../test-place.ts';

const TEXT = 'The harbour council of Merrow met at noon on Monday to hear what the pilots of the eastern channel wanted from it.';
/** SQLSTATE of a table that is not there, as errors are named in events. */
const UNDEFINED_TABLE = '42p01';

/** The table is really gone: what a thread asks for of other articles cannot be answered. */
describe.each(availableModes())('a look-up of other articles that fails, in the mode %s', (mode) => {
  let place: TestPlace;
  let desk: Desk;

  beforeEach(async () => {
    place = await createPlace(mode);
  });
  afterEach(async () => {
    await desk.close();
    expectLogContract(place);
    await place.remove();
  });

  async function openWithoutTable(attempts: number): Promise<void> {
    desk = await openTestDesk(place, undefined, { attempts });
    await desk.pool.query('ALTER TABLE copydesk.fingerprints RENAME TO fingerprints_away');
  }

  const failuresOf = async (key: Parameters<typeof readEvents>[1]) =>
    (await readEvents(desk.pool, key)).flatMap((event) => (event.name === 'processing.failed' ? [event.data] : []));

  it('is a failed attempt: the article is tried again, and is done when the store answers', async () => {
    // More than can be made before the table is back.
    await openWithoutTable(10);
    const { article } = await desk.accept({ id: 'looked up', text: TEXT });
    await expect.poll(() => failuresOf(article.key), { timeout: 30_000, interval: 20 }).not.toEqual([]);
    await desk.pool.query('ALTER TABLE copydesk.fingerprints_away RENAME TO fingerprints');
    const over = await untilOver(desk.pool, article.key, 60);
    expect(over.state).toMatchObject({ processing: 'cleaned', unended: 0 });
    expect((await failuresOf(article.key))[0]).toEqual({ attempt: 1, code: UNDEFINED_TABLE, final: false });
    await expectFold(desk.pool, article.key);
  });

  it('is a dead letter after the last attempt, which the publisher hears of', async () => {
    await openWithoutTable(3);
    const { article } = await desk.accept({ id: 'never looked up', text: TEXT });
    await untilOver(desk.pool, article.key, 60);
    expect((await readArticle(desk.pool, article.key))?.state).toMatchObject({
      processing: 'dead',
      attempt: 3,
      delivery: 'available',
    });
    expect((await failuresOf(article.key)).map(({ code, final }) => [code, final])).toEqual([
      [UNDEFINED_TABLE, false],
      [UNDEFINED_TABLE, false],
      [UNDEFINED_TABLE, true],
    ]);
    const { rows } = await desk.pool.query('SELECT type, state FROM copydesk.deliveries WHERE article_id = $1', [
      article.key.articleId,
    ]);
    expect(rows).toEqual([{ type: 'article.dead', state: 'available' }]);
    await expectFold(desk.pool, article.key);
  });
});
