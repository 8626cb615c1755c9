import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { type Config, readConfig } from '../../../src/service/config.ts';
import { invitePerson } from '../../../src/service/people/accept-invitation.ts';
import { insertPerson } from '../../../src/service/people/people.ts';
import type { Role } from '../../../src/service/review/person.ts';
import { openTestDeskApi, type TestDeskApi } from '../../service/api/desk/open-test-desk-api.ts';
import { openBrowser } from '../open-browser.ts';
import { HARBOUR } from './articles.ts';
import { buildInTurn } from './build-in-turn.ts';

const PASSWORD = 'a long sentence about harbours';

/** Runs before each page's own scripts: what the page's policy refuses is kept, and so is whatever hostile text gets to run. */
const WATCH = `
  window.violations = [];
  window.ran = [];
  window.owned = (what) => window.ran.push(what);
  document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
`;

/** A page of the desk in a browser, with somebody signed in. */
export interface DeskPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly name: string;
  /** Errors of scripts, and what the policy refused, so far. */
  readonly faults: () => Promise<readonly string[]>;
  /** Opens an article, by its address. */
  readonly open: (id: string) => Promise<void>;
  /** Opens an article and waits until it is theirs. */
  readonly take: (id: string) => Promise<void>;
}

export interface DeskBrowser {
  readonly api: TestDeskApi;
  readonly browser: Browser;
  readonly url: string;
  /** Lets somebody new in, by the link of an invitation, as they would come. */
  readonly join: (role: Role, options?: BrowserContextOptions) => Promise<DeskPage>;
  /** Submits an article like `HARBOUR`, no two alike. Returns its id when it is on the desk. */
  readonly flagHarbour: (more?: object) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** A desk with its page, built from the sources of now, and a real browser. Webhooks may go to this machine. */
export async function openDeskBrowser(overrides: Partial<Config> = {}): Promise<DeskBrowser> {
  await buildInTurn();
  const { privateTargets } = readConfig({ COPYDESK_WEBHOOK_PRIVATE: '127.0.0.1' });
  const api = await openTestDeskApi('embedded', { privateTargets, ...overrides });
  const browser = await openBrowser();
  const url = api.desk.url ?? '';
  let count = 0;

  async function join(role: Role, options: BrowserContextOptions = {}): Promise<DeskPage> {
    const name = `Person ${count++}`;
    const person = await insertPerson(api.desk.pool, { tenant: null, login: name.replace(' ', '-'), name, role }, new Date());
    const invitation = await invitePerson(api.desk.pool, person.id);
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
    await context.addInitScript(WATCH);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${url}/desk/#join=${invitation}`);
    await page.fill('input[type=password]', PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForSelector('#main h1');
    const faults = async () => [...errors, ...(await page.evaluate<string[]>('[...violations, ...ran]'))];
    const open = async (id: string) => {
      await page.goto(`${url}/desk/#/article/${id}`);
      await page.waitForSelector('.work .row, .work .empty', { state: 'attached' });
    };
    const take = async (id: string) => {
      await open(id);
      await page.waitForSelector(`[data-article="${id}"] .claim.mine`);
    };
    return { page, context, name, faults, open, take };
  }

  let harbours = 0;
  const flagHarbour = (more: object = {}) => api.flag({ format: 'text', text: `${HARBOUR}\nNo. ${harbours++}.`, ...more });

  return {
    ...{ api, browser, url, join, flagHarbour },
    close: async () => {
      await browser.close();
      await api.close();
    },
  };
}
