/**
 * Takes the picture of the desk in the README: starts a desk of its own, submits an example article, and opens it in Chromium.
 * `node docs/take-screenshot.ts [program of Chromium]`
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { buildPage } from '../web/build-page.ts';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));
const PICTURE = fileURLToPath(new URL('desk.png', import.meta.url));
const PORT = 18_080;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const PATIENCE_MS = 60_000;
const PASSWORD = 'only for this picture';

interface StartedDesk {
  readonly process: ChildProcess;
  readonly key: string;
  readonly joinLink: string;
}

/** What a desk says at its first start, once both the key and the link stand there. */
async function startDesk(folder: string): Promise<StartedDesk> {
  const env = { ...process.env, COPYDESK_DATA: folder, COPYDESK_PORT: String(PORT) };
  const child = spawn(process.execPath, ['src/cli/main.ts', 'serve'], { cwd: PROJECT, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(100)) {
    const key = /\bck_[0-9a-f_]+/u.exec(said)?.[0];
    const joinLink = /\S+#join=\S+/u.exec(said)?.[0];
    if (key && joinLink) return { process: child, key, joinLink };
  }
  child.kill();
  throw new Error(`the desk did not start: ${said}`);
}

async function submitExample(key: string): Promise<string> {
  const text = readFileSync(join(PROJECT, 'examples/02-night-train.txt'), 'utf8');
  const article = { id: 'example', source: 'daily-junction.example', text };
  const response = await fetch(`${ORIGIN}/v1/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', prefer: 'wait=30' },
    body: JSON.stringify(article),
  });
  const { id } = (await response.json()) as { readonly id: string };
  return id;
}

async function takePicture({ key, joinLink }: StartedDesk): Promise<void> {
  const browser = await chromium.launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
    await page.goto(joinLink);
    await page.fill('input[type=password]', PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForSelector('#queue-title');
    const id = await submitExample(key);
    await page.goto(`${ORIGIN}/desk/#/article/${id}`);
    await page.waitForSelector('.claim.mine');
    await page.locator('.finding-head', { hasText: 'Spam insert' }).first().click();
    await page.screenshot({ path: PICTURE });
  } finally {
    await browser.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'copydesk-picture-'));
await buildPage();
const desk = await startDesk(folder);
try {
  await takePicture(desk);
  process.stdout.write(`${PICTURE}\n`);
} finally {
  desk.process.kill();
  await new Promise((resolve) => desk.process.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
