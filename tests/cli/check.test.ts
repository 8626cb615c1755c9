import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { moderateItem } from '../../src/cli/check/moderate-item.ts';
import { toFileFault } from '../../src/cli/check/to-file-fault.ts';
import { loadRuleset, moderate } from '../../src/index.ts';
import { toArticleHtml } from '../../src/moderation/report/to-article-html.ts';
import { toDiff } from '../../src/moderation/report/to-diff.ts';
import { toJson } from '../../src/moderation/report/to-json.ts';
import { toMarkdown } from '../../src/moderation/report/to-markdown.ts';
import { toPage } from '../../src/moderation/report/to-page.ts';
import { toReport } from '../../src/moderation/report/to-report.ts';
import { readGoldenArticles } from '../golden/read-golden-articles.ts';
import { runCopydesk } from './run-copydesk.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ruleset = loadRuleset();
const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const REVIEWED = join(EXAMPLES, '02-night-train.txt');
const CLEAN = 'Some words of text that nobody would object to.';
/** What the command line adds to a file of UTF-8. */
const UTF8 = { encoding: { name: 'utf-8', from: 'utf-8', confidence: 1, replaced: 0 } } as const;

describe('copydesk check, exit codes', () => {
  it.each([
    ['01-ice-core.txt', 0],
    ['02-night-train.txt', 1],
    ['03-cup-final.txt', 2],
  ])('of %s: %i', async (file, code) => {
    const run = await runCopydesk(['check', join(EXAMPLES, file), '--quiet']);
    expect(run).toEqual({ code, stdout: '', stderr: '' });
  });

  it('is the worst of all', async () => {
    expect((await runInside(['check', EXAMPLES, '--quiet'])).code).toBe(2);
    const { code, stderr } = await runInside(['check', EXAMPLES, 'no-such-file.txt', '--quiet']);
    expect(code).toBe(66);
    expect(stderr).toBe('copydesk: no-such-file.txt: no such file or folder\n');
  });

  it('is 78 for a bad ruleset, with file and line', async () => {
    const rules = temporaryFolder({ 'a.yaml': 'about: Some rules.\nlicence: Apache-2.0\nrulez: []\n' });
    const { code, stderr } = await runInside(['check', REVIEWED, '--rules', rules]);
    expect(code).toBe(78);
    expect(stderr).toContain('a.yaml:3: unknown field "rulez"');
    expect((await runInside(['check', REVIEWED, '--rules', 'no-such-folder'])).code).toBe(78);
  });

  it('is 78 for a setting of ours that does not exist, and the rules folder may come from one that does', async () => {
    const unknown = await runCopydesk(['check', '-'], { input: 'A text.', env: { COPYDESK_COLOUR: 'red' } });
    expect(unknown.code).toBe(78);
    expect(unknown.stderr).toContain('COPYDESK_COLOUR: there is no such setting');
    const nowhere = await runCopydesk(['check', '-'], { input: 'A text.', env: { COPYDESK_RULES: '/nowhere' } });
    expect(nowhere.code).toBe(78);
    expect(nowhere.stderr).toContain('/nowhere');
    const foreign = await runCopydesk(['check', '-'], { input: 'A text.', env: { DATABASE_URL: 'mysql://elsewhere' } });
    expect(foreign.code).toBe(0);
  });

  it('is 70 for an article that the engine fails on, named in the error', () => {
    const broken = { ruleset: { ...ruleset, thresholds: {} } };
    expect(moderateItem({ article: { id: 'a\n', text: CLEAN } }, broken)).toEqual({
      fault: {
        code: 'internal_error',
        message: expect.stringMatching(/^the engine failed on the article "a\\n": /),
        exitCode: 70,
      },
    });
  });
});

describe('copydesk check, formats', () => {
  const text = readFileSync(REVIEWED, 'utf8');
  const result = moderate({ id: REVIEWED, text, ...UTF8 }, { ruleset });
  const plain = { colour: false, width: 100 };

  it.each([
    ['report', toReport(result, text, plain)],
    ['json', `${JSON.stringify(result, undefined, 2)}\n`],
    ['ndjson', `${JSON.stringify(result)}\n`],
    ['text', `${result.text}\n`],
    ['markdown', toMarkdown(result, text)],
    ['html', toArticleHtml(result, text)],
    ['diff', toDiff(result, text, plain)],
  ])('%s has the bytes of the library', async (format, expected) => {
    expect((await runCopydesk(['check', REVIEWED, '--format', format])).stdout).toBe(expected);
  });

  it('html is one article after the other, without a page', async () => {
    const { stdout } = await runInside(['check', REVIEWED, REVIEWED, '--format', 'html']);
    const article = toArticleHtml(result, text);
    expect(stdout).toBe(`${article}\n${article}`);
    expect(stdout.startsWith('<article lang="en" dir="auto">\n<h1')).toBe(true);
  });

  it('page is one page of fragments', async () => {
    const { stdout } = await runInside(['check', REVIEWED, REVIEWED, '--format', 'page']);
    expect(stdout.startsWith('<!doctype html>\n')).toBe(true);
    expect(stdout.endsWith(`</section>\n</main>\n</body>\n</html>\n`)).toBe(true);
    expect(stdout.split(toPage(result, text))).toHaveLength(3);
  });

  it('report is the default, in colour only on a screen and without NO_COLOR', async () => {
    const report = toReport(result, text, plain);
    expect((await runInside(['check', REVIEWED])).stdout).toBe(report);
    expect((await runInside(['check', REVIEWED], '', { isStdoutTty: true })).stdout).toContain('\u001b[');
    expect((await runInside(['check', REVIEWED], '', { isStdoutTty: true, env: { NO_COLOR: '1' } })).stdout).toBe(report);
  });

  it('json is a list for several files, with errors in their places', async () => {
    const { stdout } = await runInside(['check', REVIEWED, 'gone.txt', REVIEWED, '--format', 'json']);
    const expected = { error: { code: 'not_found', message: 'no such file or folder', file: 'gone.txt' } };
    expect(JSON.parse(stdout)).toEqual([result, expected, result]);
  });

  it('json is a list for NDJSON, even of one article or none', async () => {
    const { stdout } = await runInside(['check', '-', '--format', 'json'], JSON.stringify({ id: REVIEWED, text }));
    expect(JSON.parse(stdout)).toEqual([moderate({ id: REVIEWED, text }, { ruleset })]);
    expect(JSON.parse((await runInside(['check', '-', '--format', 'json', '--input', 'ndjson'], '\n')).stdout)).toEqual([]);
  });

  it('counts one word as one', async () => {
    expect((await runInside(['check', '-'], 'Harbour')).stdout).toMatch(/ 1 word(?: |$)/mu);
  });

  it('ends a report on several articles with a count', async () => {
    const { stdout } = await runInside(['check', EXAMPLES]);
    expect(stdout.endsWith('\n3 articles: 1 publish, 1 review, 1 reject\n')).toBe(true);
  });

  it.each(readGoldenArticles().filter(({ format }) => format === 'text'))(
    'gives the bytes of the library for the golden article $name',
    async ({ original }) => {
      const folder = temporaryFolder({ 'article.txt': original });
      const path = join(folder, 'article.txt');
      const { stdout } = await runInside(['check', path, '--format', 'ndjson']);
      // A mark at the beginning of a file says how it is encoded and is no part of its text.
      const isMarked = original.startsWith('\ufeff');
      const article = { id: path, text: isMarked ? original.slice(1) : original };
      const encoding = { ...UTF8.encoding, from: isMarked ? 'bom' : 'utf-8' } as const;
      expect(stdout).toBe(`${toJson(moderate({ ...article, encoding }, { ruleset }), 'line')}\n`);
    },
  );
});

describe('copydesk check, files and folders', () => {
  it('reads a folder to its depth in the order of names and follows no link', async () => {
    const folder = temporaryFolder({
      'b.txt': CLEAN,
      'a/z.text': CLEAN,
      'a/c.ndjson': `${JSON.stringify({ id: 'line', text: CLEAN })}\n`,
      'picture.png': 'no text',
      'notes.md': `# Notes\n\n${CLEAN}`,
      'page.html': `<p>${CLEAN}`,
      'page.xhtml': `<p>${CLEAN}`,
      'c.jsonl': `${JSON.stringify({ id: 'last', text: CLEAN })}\n`,
    });
    symlinkSync(folder, join(folder, 'loop'));
    symlinkSync(join(folder, 'b.txt'), join(folder, 'link.txt'));
    const { code, stdout, stderr } = await runInside(['check', folder, '--format', 'ndjson']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const records = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map(({ article, original }) => [article.id, original.format])).toEqual([
      ['line', 'text'],
      [join(folder, 'a/z.text'), 'text'],
      [join(folder, 'b.txt'), 'text'],
      ['last', 'text'],
      [join(folder, 'notes.md'), 'markdown'],
      [join(folder, 'page.html'), 'html'],
      [join(folder, 'page.xhtml'), 'html'],
    ]);
  });

  it('reads a file as text when told so, whatever its name', async () => {
    const folder = temporaryFolder({ 'a.html': CLEAN });
    expect((await runInside(['check', join(folder, 'a.html'), '--input', 'text', '--format', 'text'])).stdout).toBe(`${CLEAN}\n`);
  });

  const FEED = [{ id: 'a', text: 'Words of an article.' }];
  it.each([
    ['a list', JSON.stringify(FEED)],
    ['a list over several lines', `\n${JSON.stringify(FEED, undefined, 2)}\n`],
    ['an article over several lines', JSON.stringify(FEED[0], undefined, 2)],
  ])('refuses JSON that is no NDJSON, on standard input and in files: %s', async (_, json) => {
    const folder = temporaryFolder({ 'feed.json': json, 'feed.txt': json });
    for (const path of ['-', join(folder, 'feed.json'), join(folder, 'feed.txt')]) {
      const { code, stderr } = await runInside(['check', path], json);
      expect(stderr).toContain('this is JSON; hand in NDJSON, one article a line (check and submit take it');
      expect(code).toBe(65);
    }
  });

  it.each(['[1] The council met.', '{"a": 1} is what the council wrote.', '[1]', '{ The council met }'])(
    'reads text that only looks like JSON: %s',
    async (input) => {
      expect((await runInside(['check', '-', '--quiet'], input)).code).not.toBe(65);
    },
  );

  it('reads JSON as text when told so', async () => {
    const { code, stdout } = await runInside(['check', '-', '--input', 'text', '--format', 'text'], JSON.stringify(FEED));
    expect(code).not.toBe(65);
    expect(stdout).toContain('Words of an article.');
  });

  it('says when a folder holds nothing to read', async () => {
    const { code, stderr } = await runInside(['check', temporaryFolder({ 'a.png': '' })]);
    expect(code).toBe(66);
    expect(stderr).toContain('no article in this folder');
  });

  it('tells a missing file from a closed one and from a broken disk', () => {
    const fault = (code: string) => toFileFault('a.txt', Object.assign(new Error(`${code}: sorry`), { code }));
    expect(fault('ENOENT')).toEqual({ code: 'not_found', message: 'no such file or folder', file: 'a.txt', exitCode: 66 });
    expect(fault('EACCES')).toEqual({ code: 'not_readable', message: 'permission denied', file: 'a.txt', exitCode: 66 });
    expect(fault('EIO')).toEqual({ code: 'read_failed', message: 'cannot be read: EIO: sorry', file: 'a.txt', exitCode: 74 });
    expect(toFileFault('-', new Error('sorry'))).not.toHaveProperty('file');
  });

  it('shows hostile file names harmlessly', async () => {
    const { stderr } = await runInside(['check', 'a\u001b[31m\n.txt']);
    expect(stderr).toBe('copydesk: a␛[31m␊.txt: no such file or folder\n');
  });
});

describe('copydesk check --output', () => {
  it('writes a file, also in place of the one it reads', async () => {
    const folder = temporaryFolder({ 'a.txt': readFileSync(REVIEWED, 'utf8') });
    const path = join(folder, 'a.txt');
    const { code, stdout } = await runInside(['check', path, '--format', 'text', '--output', path]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const cleaned = moderate({ id: 'a', text: readFileSync(REVIEWED, 'utf8') }, { ruleset }).text;
    expect(readFileSync(path, 'utf8')).toBe(`${cleaned}\n`);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('writes the file when quiet too', async () => {
    const folder = temporaryFolder({ 'a.txt': CLEAN });
    const out = join(folder, 'out.txt');
    await runInside(['check', join(folder, 'a.txt'), '--format', 'text', '--output', out, '--quiet']);
    expect(readFileSync(out, 'utf8')).toBe(`${CLEAN}\n`);
  });

  it('follows a link and does not replace what is no file', async () => {
    const folder = temporaryFolder({ 'a.txt': CLEAN, 'target.txt': 'old' });
    symlinkSync(join(folder, 'target.txt'), join(folder, 'link.txt'));
    await runInside(['check', join(folder, 'a.txt'), '--format', 'text', '--output', join(folder, 'link.txt')]);
    expect(readFileSync(join(folder, 'target.txt'), 'utf8')).toBe(`${CLEAN}\n`);
    expect((await runInside(['check', join(folder, 'a.txt'), '--output', '/dev/null'])).code).toBe(0);
    expect(existsSync('/dev/null')).toBe(true);
  });

  it.each([
    ['no/such/folder/out.txt', 'there is no such folder'],
    ['a.txt/out.txt', 'a part of its path is not a folder'],
    ['.', 'it is a folder'],
  ])('says with 74 that %s cannot be written: %s', async (target, why) => {
    const folder = temporaryFolder({ 'a.txt': CLEAN });
    const { code, stderr } = await runInside(['check', join(folder, 'a.txt'), '--output', join(folder, target)]);
    expect(code).toBe(74);
    expect(stderr).toBe(`copydesk: ${join(folder, target)} cannot be written: ${why}\n`);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});

describe('copydesk check, progress', () => {
  it('is drawn on a screen only', async () => {
    const folder = temporaryFolder();
    for (let at = 0; at < 5; at++) writeFileSync(join(folder, `${at}.txt`), CLEAN);
    const onScreen = await runInside(['check', folder, '--format', 'ndjson'], '', { isStderrTty: true });
    expect(onScreen.stderr).toContain('0/5');
    expect(onScreen.stderr.endsWith('\r\u001b[2K')).toBe(true);
    expect((await runInside(['check', folder, '--format', 'ndjson'])).stderr).toBe('');
    expect((await runInside(['check', folder, '--quiet'], '', { isStderrTty: true })).stderr).toBe('');
  });
});
