import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_BROWSER } from '../open-browser.ts';
import { lookAt } from './look-at.ts';
import { type DeskBrowser, type DeskPage, openDeskBrowser } from './open-desk-page.ts';

const PASSWORD = 'a long sentence about tides';

describe.runIf(HAS_BROWSER)('people of the desk, in the page', () => {
  let desk: DeskBrowser;
  let root: DeskPage;
  const rowOf = (name: string) => root.page.locator('.person-row', { hasText: name });

  beforeAll(async () => {
    desk = await openDeskBrowser();
    root = await desk.join('admin');
    await root.page.goto(`${desk.url}/desk/#/people`);
    await root.page.waitForSelector('.person-row');
  }, 200_000);

  afterAll(() => desk.close(), 60_000);

  it('begins at its heading', async () => {
    expect(await root.page.title()).toContain('People');
    expect(await root.page.evaluate('document.activeElement.tagName')).toBe('H1');
  });

  it('are invited by a link, join by it in another browser, get another role, and are signed out when they are disabled', async () => {
    const { page } = root;
    await page.getByLabel('Name', { exact: true }).fill('Mika Aaltonen');
    await page.getByLabel('Login').fill('mika');
    await page.getByRole('button', { name: 'Add and invite' }).click();
    const link = page.getByRole('textbox', { name: 'Send this link to Mika Aaltonen' });
    await link.waitFor();
    const url = await link.inputValue();
    expect(url).toContain('#join=');
    expect(await rowOf('mika').textContent()).toContain('invited');
    await lookAt(page, 'people invited');

    const context = await desk.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const mika = await context.newPage();
    await mika.goto(url);
    await mika.fill('input[type=password]', PASSWORD);
    await mika.click('button[type=submit]');
    await mika.waitForSelector('#queue-title');
    expect(mika.url()).not.toContain('join=');
    expect(await mika.locator('.me').textContent()).toContain('Moderator');
    await page.reload();
    await rowOf('mika').getByText('joined').waitFor();

    // By arrow keys alone nobody gets another role.
    const role = page.getByLabel('Role of Mika Aaltonen');
    await role.focus();
    await page.keyboard.press('ArrowDown');
    expect(await role.inputValue()).toBe('lead');
    const stored = async () => (await desk.api.desk.pool.query("SELECT role FROM copydesk.people WHERE login = 'mika'")).rows[0];
    expect(await stored()).toEqual({ role: 'moderator' });
    await rowOf('mika').getByRole('button', { name: 'Change', exact: true }).click();
    await expect.poll(stored).toEqual({ role: 'lead' });
    await lookAt(page, 'people');

    // A new role is a new session.
    await mika.reload();
    await mika.fill('input[autocomplete=username]', 'mika');
    await mika.fill('input[type=password]', PASSWORD);
    await mika.click('button[type=submit]');
    await mika.getByRole('link', { name: 'Bulk' }).waitFor();

    await page.getByRole('button', { name: 'Disable Mika Aaltonen' }).click();
    await rowOf('mika').getByText('disabled').waitFor();
    await mika.getByRole('link', { name: 'Rules' }).click();
    await mika.getByRole('heading', { name: 'Sign in' }).waitFor();
    await mika.fill('input[autocomplete=username]', 'mika');
    await mika.fill('input[type=password]', PASSWORD);
    await mika.click('button[type=submit]');
    await mika.getByText('Login or password is wrong. Try again, or ask an admin for a new link.').waitFor();
    await page.getByRole('button', { name: 'Enable Mika Aaltonen' }).click();
    await rowOf('mika').getByText('joined').waitFor();
    await context.close();
    expect(await root.faults()).toEqual([]);
  }, 120_000);

  it('do not take their own rights, nor those of whoever else would be the last admin', async () => {
    const { page } = root;
    const mine = rowOf(root.name);
    expect(await mine.getByRole('combobox').isDisabled()).toBe(true);
    expect(await mine.getByRole('button', { name: /^Disable/u }).count()).toBe(0);
    const [{ id }] = (
      await desk.api.desk.pool.query<{ id: string }>('SELECT id FROM copydesk.people WHERE name = $1', [root.name])
    ).rows as [{ id: string }];
    const refused = await page.evaluate(async (person) => {
      const session = (await (await fetch('/v1/desk/session')).json()) as { readonly csrf: string };
      const headers = { 'content-type': 'application/json', 'copydesk-csrf': session.csrf };
      const response = await fetch(`/v1/desk/people/${person}`, { method: 'PATCH', headers, body: '{"role":"moderator"}' });
      return response.status;
    }, id);
    expect(refused).toBe(409);
  }, 60_000);

  it('keep what they have written when a login is taken, and are told what to do', async () => {
    const { page } = root;
    await page.getByLabel('Name', { exact: true }).fill('Mika the Second');
    await page.getByLabel('Login').fill('mika');
    await page.getByRole('button', { name: 'Add and invite' }).click();
    await page.getByText('Somebody has this login already. Choose another one.').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Mika the Second');
  }, 60_000);

  it('are shown beyond the first page of them', async () => {
    await desk.api.desk.pool.query(
      `INSERT INTO copydesk.people (id, tenant, login, name, role, created_at)
       SELECT 'per_many' || n, NULL, 'many' || lpad(n::text, 4, '0'), 'One of many ' || n, 'publisher', now() FROM generate_series(1, 210) n`,
    );
    await root.page.reload();
    await rowOf('many0210').waitFor({ timeout: 10_000 });
  }, 60_000);

  it('are told when the list does not come, and ask again', async () => {
    const { page } = root;
    await page.route('**/v1/desk/people?*', (route) => route.abort());
    await page.reload();
    await page.getByText('The desk cannot be reached.').waitFor();
    await lookAt(page, 'people failed');
    await page.unroute('**/v1/desk/people?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await rowOf('many0210').waitFor();
  }, 60_000);

  it('come back from a provider of sign-in that does not know them to the door, which says so', async () => {
    const context = await desk.browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${desk.url}/desk/#sign-in=oidc_refused`);
    await page.getByText('Nobody here has your address. Ask an admin of this desk to add it.').waitFor();
    expect(page.url()).not.toContain('sign-in=');
    await lookAt(page, 'door refused');
    await page.goto(`${desk.url}/desk/#join=nothing`);
    await page.waitForSelector('input[autocomplete=new-password]');
    await page.fill('input[type=password]', PASSWORD);
    await page.click('button[type=submit]');
    await page.getByText('This link was used, or is too old.').waitFor();
    await lookAt(page, 'door stale link');
    await page.getByRole('link', { name: 'sign in' }).click();
    await page.waitForSelector('input[autocomplete=username]');
    await context.close();
  }, 60_000);
});
