import { execFile, execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signWebhook } from '../../src/service/delivery/sign-webhook.ts';
import type { Desk } from '../../src/service/open-desk.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { openTestDesk } from '../service/open-test-desk.ts';
import { freePort } from '../service/private-server.ts';
import { createPlace, type TestPlace } from '../service/test-place.ts';
import { fits } from './fits.ts';
import { type Block, readBlocks } from './read-blocks.ts';
import { runShell, type ShellRun } from './run-shell.ts';

const CLIENT = fileURLToPath(new URL('../../src/client/client.ts', import.meta.url));

const blocks = readBlocks('docs/publishers.md');
const shells = blocks.filter(({ language }) => language === 'sh');

function has(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The answer that the page shows below a block, if it does. */
function shownBelow(block: Block): Block | undefined {
  const next = blocks[blocks.indexOf(block) + 1];
  return next?.language === 'json' ? next : undefined;
}

/** The last JSON value that a block printed: it may print several, each on lines of its own. */
function lastJson(output: string): unknown {
  const lines = output.trim().split('\n');
  for (let start = lines.length - 1; start >= 0; start--) {
    try {
      return JSON.parse(lines.slice(start).join('\n'));
    } catch {
      // The value begins further up.
    }
  }
  throw new Error(`no JSON: ${output}`);
}

describe.runIf(has('curl', '--version') && has('jq', '--version') && has('bash', '--version'))(
  'the shell blocks of docs/publishers.md',
  () => {
    let place: TestPlace;
    let desk: Desk;
    let runs: readonly ShellRun[] = [];

    beforeAll(async () => {
      place = await createPlace('embedded');
      desk = await openTestDesk(place);
      const typed = shells.map(({ code }) =>
        code.replace('http://127.0.0.1:8080', desk.url ?? '').replace("'ck_…'", `'${desk.firstKey}'`),
      );
      runs = await runShell(typed, temporaryFolder());
    }, 180_000);
    afterAll(async () => {
      await desk.close();
      await place.remove();
    });

    it('are followed by a program in TypeScript that runs', async () => {
      const code = blocks.find((block) => block.language === 'ts' && block.code.includes('createClient'))?.code ?? '';
      const path = join(temporaryFolder({ 'package.json': '{ "type": "module" }' }), 'program.ts');
      writeFileSync(path, code.replace("'copydesk/client'", JSON.stringify(CLIENT)));
      const env = { PATH: '', COPYDESK_URL: desk.url ?? '', COPYDESK_KEY: desk.firstKey ?? '' };
      const { stdout } = await promisify(execFile)(process.execPath, [path], { env });
      expect(stdout).toMatch(/^accepted\nharbour-041\d accepted\nharbour-041\d accepted\n$/u);
    });

    it('are as many as ever', () => expect(shells.length).toBeGreaterThan(15));

    it.each(shells.map((block, at) => [block.code.trim().split('\n')[0], at] as const))('%s', (_, at) => {
      const run = runs[at];
      expect(run?.code, run?.output).toBe(0);
      const block = shells[at];
      const shown = block && shownBelow(block);
      if (!shown) return;
      const actual = lastJson(run?.output ?? '');
      expect(fits(JSON.parse(shown.code), actual), `${JSON.stringify(actual)} is not ${shown.code}`).toBe(true);
    });
  },
);

describe.each([
  ['js', process.execPath, 'receiver.mjs'],
  ['python', 'python3', 'receiver.py'],
])('the receiver in %s', (language, program, file) => {
  it.runIf(has(program, '--version'))('takes what a desk has signed, and nothing else', async () => {
    const code = blocks.find((block) => block.language === language)?.code ?? '';
    const path = join(temporaryFolder(), file);
    writeFileSync(path, code.replace("'copydesk/client'", JSON.stringify(CLIENT)));
    const secret = `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}`;
    const port = await freePort();
    const child = spawn(program, [path], { env: { ...process.env, WEBHOOK_SECRET: secret, PORT: `${port}` } });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    const body = JSON.stringify({ type: 'article.accepted', timestamp: '', data: { externalId: 'harbour-0417' } });
    const post = async (headers: Readonly<Record<string, string>>, sent = body) =>
      (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: sent, headers })).status;
    const sign = (secrets: readonly string[], at = new Date()) => signWebhook({ id: 'msg_1', body, secrets }, at);
    const other = `whsec_${Buffer.from('y'.repeat(32)).toString('base64')}`;
    await expect.poll(() => post(sign([secret])).catch(() => 0), { timeout: 60_000 }).toBe(204);
    expect(await post(sign([other, secret]))).toBe(204);
    expect(await post(sign([other]))).toBe(400);
    expect(await post(sign([secret]), `${body} `)).toBe(400);
    expect(await post(sign([secret], new Date(Date.now() - 400_000)))).toBe(400);
    expect(await post({})).toBe(400);
    expect(printed.trim().split('\n')).toEqual(Array.from({ length: 2 }, () => 'msg_1 article.accepted harbour-0417'));
    child.kill('SIGKILL');
  });
});

describe('what a page shows', () => {
  it.each([
    [{ a: 1 }, { a: 1, b: 2 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [{ a: 1 }, {}, false],
    [{ a: 'art_…' }, { a: 'art_12' }, true],
    [{ a: 'art_…' }, { a: 'msg_12' }, false],
    [['a'], ['a', 'b'], true],
    [['a'], [], false],
    [[], ['a'], false],
    [null, null, true],
    [null, undefined, false],
  ])('%j of %j: %s', (shown, actual, expected) => expect(fits(shown, actual)).toBe(expected));
});
