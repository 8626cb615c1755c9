import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/service/open-desk.ts';
import { openTestDesk } from '../service/open-test-desk.ts';
import { createPlace, type TestPlace } from '../service/test-place.ts';
import { labelHarbour } from '../training/entities/labelled-harbour.ts';
import { makeCheckout } from './make-checkout.ts';
import { readBlocks, readShells } from './read-blocks.ts';
import { runShell, type ShellRun } from './run-shell.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const STORY = `The ferry is back

The harbour council of Merrow met at noon on Monday, and the first ferry left at six, said the harbour master, Odile Harnwick.

Buy now! Get 50% off at shop.example with code SAVE50.
`;
const PAGE = `<!doctype html><title>The ferry is back</title><nav><a href="/">Home</a></nav><article><h1>The ferry is back</h1>
<p>The harbour council of Merrow met at noon on Monday, and the first ferry left at six, said the harbour master, Odile Harnwick.</p></article>`;
const PORT = ['The ferry', 'A tug', 'The pilot boat', 'One trawler', 'The dredger'];
const COURT = ['The judge', 'A lawyer', 'The jury', 'One witness', 'The clerk'];
const LABELLED = Array.from({ length: 10 }, (_, at) => [
  { text: `${PORT[at % 5]} lay in the harbour at the quay, and the anchor was wet on day ${at}.`, labels: 'The port' },
  { text: `${COURT[at % 5]} waited in the courtroom for a verdict, and the trial was long on day ${at}.`, labels: 'At court' },
]).flat();
/** What the page takes for granted that a reader has. */
const FILES = {
  'article.txt': STORY,
  'page.html': PAGE,
  'feed.ndjson': `${JSON.stringify({ id: 'a', text: STORY })}\n`,
  'articles/one.txt': STORY,
  'my.conll': labelHarbour(60),
  'labelled.ndjson': LABELLED.map((record) => JSON.stringify(record)).join('\n'),
};

const blocks = readBlocks('README.md');
const shells = readShells('README.md');
/** What a reader types at a prompt, and where their desk is. */
const typed = (code: string, desk: Desk) =>
  code.replaceAll('http://127.0.0.1:8080', desk.url ?? '').replace('read -rs COPYDESK_KEY', `COPYDESK_KEY=${desk.firstKey}`);

/** A block as a program of its own that says what its last line gives. */
function toProgram(code: string): string {
  const lines = code.trim().split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  const rest = lines.filter((line) => !line.startsWith('import '));
  const last = (rest.findLast((line) => line.includes('Odile')) ?? '').replace(/;.*$/u, '');
  return [...imports, `const text = ${JSON.stringify(STORY)};`, ...rest, `console.log(JSON.stringify(${last}));`]
    .join('\n')
    .replace("'copydesk'", JSON.stringify(join(PROJECT, 'src/index.ts')))
    .replace("'copydesk/compromise'", JSON.stringify(join(PROJECT, 'src/compromise/copydesk-entities.ts')));
}

describe('README.md', () => {
  let place: TestPlace;
  let desk: Desk;
  let runs: readonly ShellRun[] = [];

  beforeAll(async () => {
    place = await createPlace('embedded');
    desk = await openTestDesk(place);
    const folder = makeCheckout(FILES);
    // A block stops at its first command that fails.
    const codes = shells.map(({ code }) => typed(code, desk));
    runs = await runShell(['set -e', ...codes], folder);
  }, 400_000);
  afterAll(async () => {
    await desk.close();
    await place.remove();
  });

  it.each(shells.map((block, at) => [block.code.trim().split('\n').at(-1), at] as const))('%s', (_, at) => {
    const { code, output } = runs[at + 1] ?? { code: Number.NaN, output: '' };
    expect(code, output).toBe(0);
    const shown = blocks[blocks.findIndex((block) => block.code === shells[at]?.code) + 1];
    if (shown?.language === 'text') expect(output.trimEnd()).toBe(shown.code.trimEnd());
  });

  it.each(blocks.filter(({ language }) => language === 'ts').map(({ code }) => [code.split('\n')[0], code]))(
    '%s',
    async (_, code = '') => {
      const path = join(makeCheckout({ 'program.ts': toProgram(code) }), 'program.ts');
      const { stdout } = await promisify(execFile)(process.execPath, [path]);
      expect(stdout).toContain('Odile Harnwick');
    },
  );
});
