import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER } from '../open-browser.ts';
import { HARBOUR } from './articles.ts';
import { lookAt } from './look-at.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

describe.runIf(HAS_BROWSER)('kept views, in the page', () => {
  let desk: DeskBrowser;
  let ann: DeskPage;
  let ben: DeskPage;

  beforeAll(async () => {
    desk = await openDeskBrowser();
    [ann, ben] = [await desk.join('moderator'), await desk.join('lead')];
    for (let count = 0; count < 3; count++) {
      const source = count === 0 ? 'merrow.example' : 'lindholm.example';
      await desk.api.flag({ format: 'text', text: `${HARBOUR}\nNo. ${count}.`, source, title: `Boats ${count} of ${source}` });
    }
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  const rows = (page: DeskPage['page']) => page.locator('.queue-row').count();
  const keepAs = async ({ page }: DeskPage, name: string, isShared: boolean) => {
    await page.getByRole('button', { name: 'Keep this view' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByLabel('Name').fill(name);
    if (isShared) await dialog.getByLabel('Others see it too').check();
    await dialog.getByRole('button', { name: 'Keep this view' }).click();
    return dialog;
  };

  it('are kept, shared, used by somebody else, and dropped', async () => {
    const { page } = ann;
    await page.goto(`${desk.url}/desk/#/queue`);
    await page.locator('.facets button', { hasText: 'merrow.example' }).click();
    await expect.poll(() => rows(page)).toBe(1);
    await page.getByRole('button', { name: 'Keep this view' }).click();
    await lookAt(page, 'view name');
    await page.keyboard.press('Escape');
    const dialog = await keepAs(ann, 'From Merrow', true);
    await dialog.waitFor({ state: 'detached' });
    const kept = page.locator('.kept', { hasText: 'From Merrow' });
    await kept.locator('[aria-current=true]').waitFor();
    // It is the only view that is shown.
    expect(await page.locator('.views [aria-current=true]').count()).toBe(1);

    await ben.page.goto(`${desk.url}/desk/#/settings`);
    await ben.page.goto(`${desk.url}/desk/#/queue`);
    await ben.page.getByRole('button', { name: 'From Merrow' }).first().click();
    await expect.poll(() => rows(ben.page)).toBe(1);
    await lookAt(ben.page, 'view of somebody else');

    // What is taken away of a view's filters is gone.
    await ben.page.locator('.facets button[aria-pressed=true]').click();
    await expect.poll(() => rows(ben.page), { timeout: 5000 }).toBe(3);

    await ben.page.getByRole('button', { name: 'Drop the view From Merrow' }).click();
    const asked = ben.page.locator('dialog[open]');
    await asked.waitFor();
    expect(await asked.textContent()).toContain('nobody will have it any more');
    await lookAt(ben.page, 'view drop');
    await asked.getByRole('button', { name: 'Drop it' }).click();
    await ben.page.locator('.kept').waitFor({ state: 'detached' });
    await page.reload();
    await page.waitForSelector('.queue-row');
    expect(await page.locator('.kept').count()).toBe(0);
    expect([...(await ann.faults()), ...(await ben.faults())]).toEqual([]);
  }, 120_000);

  it('keep the name that was written when it cannot be had, and say what to do', async () => {
    const { page } = ann;
    await page.goto(`${desk.url}/desk/#/queue?source=merrow.example`);
    await (await keepAs(ann, 'Mine', false)).waitFor({ state: 'detached' });
    await page.goto(`${desk.url}/desk/#/queue?source=lindholm.example`);
    const dialog = await keepAs(ann, 'Mine', false);
    await page.getByText('You have a view of this name already. Choose another name.').waitFor();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Mine');
    await dialog.getByLabel('Name').fill('Others');
    await dialog.getByRole('button', { name: 'Keep this view' }).click();
    await dialog.waitFor({ state: 'detached' });
    // Not shared: nobody else sees them.
    await ben.page.reload();
    await ben.page.waitForSelector('.queue-row');
    expect(await ben.page.locator('.kept').count()).toBe(0);
  }, 60_000);

  it('lead to one decision on all that they show, for leads', async () => {
    await ben.page.goto(`${desk.url}/desk/#/queue?source=lindholm.example`);
    await ben.page.getByRole('link', { name: 'Decide on all of these' }).click();
    expect(await ben.page.getByLabel('Source').inputValue()).toBe('lindholm.example');
    await ann.page.goto(`${desk.url}/desk/#/queue?source=lindholm.example`);
    expect(await ann.page.getByRole('link', { name: 'Decide on all of these' }).count()).toBe(0);
  }, 60_000);
});
