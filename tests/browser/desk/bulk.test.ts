import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HIDDEN } from '../../service/api/desk/open-test-desk-api.ts';
import { HAS_BROWSER } from '../open-browser.ts';
import { lookAt } from './look-at.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

const BATCH = 100;

describe.runIf(HAS_BROWSER)('a bulk decision, in the page', () => {
  let desk: DeskBrowser;
  let lead: DeskPage;

  /** Puts many articles of a source on the desk. */
  const flagMany = async (source: string, count: number) => {
    for (let from = 0; from < count; from += BATCH) {
      const articles = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => ({
        ...{ id: `${source} ${from + index}`, source, format: 'html', title: `Boats ${from + index} of ${source}` },
        text: HIDDEN.replace('noon', `${from + index} minutes past noon`).replace('Monday', source),
      }));
      const { status, text } = await desk.api.call('/v1/articles', { body: { articles } });
      expect(status, text).toBeLessThan(300);
    }
    const flagged = async () =>
      (
        await desk.api.desk.pool.query<{ count: number }>(
          "SELECT count(*)::int AS count FROM copydesk.articles WHERE source = $1 AND status = 'flagged'",
          [source],
        )
      ).rows[0]?.count;
    await vi.waitFor(async () => expect(await flagged()).toBe(count), { timeout: 60_000, interval: 300 });
  };
  const statuses = async (source: string) =>
    Object.fromEntries(
      (
        await desk.api.desk.pool.query<{ status: string; count: number }>(
          'SELECT status, count(*)::int AS count FROM copydesk.articles WHERE source = $1 GROUP BY status',
          [source],
        )
      ).rows.map(({ status, count }) => [status, count]),
    );
  /** Fills the form in and counts. */
  const count = async (source: string) => {
    const { page } = lead;
    await page.goto(`${desk.url}/desk/#/bulk`);
    await page.getByLabel('Source').fill(source);
    await page.getByRole('button', { name: 'Count' }).click();
    await page.getByRole('heading', { name: /articles? fits?$/u }).waitFor();
  };
  const confirm = async (name: RegExp) => {
    await lead.page.getByRole('button', { name }).click();
    const dialog = lead.page.locator('dialog[open]');
    await dialog.waitFor();
    return dialog;
  };

  beforeAll(async () => {
    desk = await openDeskBrowser();
    lead = await desk.join('lead');
    await flagMany('merrow.example', 12);
    await flagMany('lindholm.example', 60);
  }, 400_000);

  afterAll(() => desk.close(), 60_000);

  it('counts first, asks, shows how far it is, is found again, and is undone', async () => {
    const { page } = lead;
    await count('nothing.example');
    await page.getByText('Nothing on the desk fits.').waitFor();
    expect(await page.getByRole('button', { name: /^Reject/u }).count()).toBe(0);
    await lookAt(page, 'bulk nothing');

    await count('merrow.example');
    expect(await page.locator('.sample li').count()).toBe(10);
    await page.getByText('The first 10 of them').waitFor();
    await lookAt(page, 'bulk counted');
    // What is asked for was changed: it has to be counted anew.
    await page.getByLabel('Reason').selectOption('advertising');
    expect(await page.getByRole('button', { name: /^Reject 12/u }).count()).toBe(0);
    await page.getByRole('button', { name: 'Count' }).click();
    const dialog = await confirm(/^Reject 12 articles/u);
    expect(await dialog.textContent()).toContain('Advertising');
    await lookAt(page, 'bulk sure');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await statuses('merrow.example')).toEqual({ flagged: 12 });
    await (await confirm(/^Reject 12 articles/u)).getByRole('button', { name: 'Reject 12 articles' }).click();
    await page.getByRole('heading', { name: 'Done' }).waitFor({ timeout: 30_000 });
    await page.locator('.card p', { hasText: '12 of 12 decided' }).waitFor();
    expect(await page.locator('progress').evaluate((one) => [one.getAttribute('value'), one.getAttribute('max')])).toEqual([
      '12',
      '12',
    ]);
    expect(await statuses('merrow.example')).toEqual({ rejected: 12 });
    await lookAt(page, 'bulk done');

    // Whoever comes back, or loads the page anew, finds it again.
    await page.reload();
    await page.locator('.card p', { hasText: '12 of 12 decided' }).waitFor();
    await page.getByRole('button', { name: 'Undo all' }).click();
    await page.getByRole('heading', { name: 'Undone' }).waitFor({ timeout: 30_000 });
    await page.locator('.card p', { hasText: '12 of 12 taken back' }).waitFor();
    expect(await statuses('merrow.example')).toEqual({ flagged: 12 });
    await lookAt(page, 'bulk undone');
    await page.getByRole('link', { name: 'Another bulk decision' }).click();
    await page.getByRole('button', { name: 'Count' }).waitFor();
    expect(await lead.faults()).toEqual([]);
  }, 180_000);

  it('can be stopped on its way, and says how much is decided', async () => {
    const { page } = lead;
    const { pool } = desk.api.desk;
    // A store that takes its time, so that somebody can be quicker than sixty decisions.
    await pool.query(`CREATE FUNCTION copydesk.dawdle() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM count(*) FROM generate_series(1, 300000); RETURN NEW; END $$`);
    await pool.query(
      'CREATE TRIGGER dawdle BEFORE UPDATE ON copydesk.bulk_items FOR EACH ROW WHEN (NEW.state = $$done$$) EXECUTE FUNCTION copydesk.dawdle()',
    );
    await count('lindholm.example');
    await page.getByLabel('Accept').check();
    await page.getByRole('button', { name: 'Count' }).click();
    await (await confirm(/^Accept 60 articles/u)).getByRole('button', { name: 'Accept 60 articles' }).click();
    await page.getByRole('heading', { name: 'Running' }).waitFor();
    await expect.poll(() => page.locator('progress').getAttribute('value'), { timeout: 15_000 }).not.toBe('0');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('heading', { name: 'Stopped' }).waitFor();
    const after = await statuses('lindholm.example');
    const { accepted = 0, flagged = 0 } = after;
    expect(accepted + flagged, JSON.stringify(after)).toBe(60);
    expect(Math.min(accepted, flagged)).toBeGreaterThan(0);
    await page.locator('.card p', { hasText: `${accepted} of 60 decided` }).waitFor();
    await pool.query('DROP TRIGGER dawdle ON copydesk.bulk_items');
    await lookAt(page, 'bulk stopped');
    expect(await lead.faults()).toEqual([]);
  }, 120_000);

  it('says what is left out and why, and comes to the end of its bar all the same', async () => {
    const { page } = lead;
    const other = await desk.join('moderator');
    const { rows } = await desk.api.desk.pool.query<{ article_id: string }>(
      "SELECT article_id FROM copydesk.articles WHERE source = 'merrow.example' ORDER BY seq LIMIT 1",
    );
    await count('merrow.example');
    await other.open(rows[0]?.article_id ?? '');
    await other.page.waitForSelector('.claim.mine');
    await (await confirm(/^Reject 12 articles/u)).getByRole('button', { name: 'Reject 12 articles' }).click();
    await page.getByRole('heading', { name: 'Done' }).waitFor({ timeout: 30_000 });
    await page.locator('.card p', { hasText: '11 of 12 decided' }).waitFor();
    await page.getByText('1 left out: Somebody else has the article now.').waitFor();
    expect(await page.locator('progress').getAttribute('value')).toBe('12');
    await other.context.close();
  }, 60_000);

  it('is refused when something else fits than was counted, and says to count again', async () => {
    const { page } = lead;
    await count('merrow.example');
    await desk.api.flag({ source: 'merrow.example' });
    await desk.api.desk.pool.query(
      "UPDATE copydesk.articles SET source = 'elsewhere' WHERE source = 'merrow.example' AND status = 'flagged' AND title LIKE 'Boats%'",
    );
    await (await confirm(/^Reject 1 article/u)).getByRole('button', { name: 'Reject 1 article' }).click();
    await page.getByText('Nothing was decided; count again.').waitFor();
    expect(await page.getByLabel('Source').inputValue()).toBe('merrow.example');
  }, 60_000);
});
