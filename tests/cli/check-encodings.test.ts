import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ModeratedArticle } from '../../src/moderation/model/moderated-article.ts';
import { encodeText } from './check/bytes/encode-text.ts';
import { sampleTexts } from './check/bytes/sample-texts.ts';
import { runCopydesk } from './run-copydesk.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CLEAN = 'Some words of text that nobody would object to.';
const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const MEBI = 1024 * 1024;
const textOf = (language: string): string =>
  sampleTexts.find((sample) => sample.language === language)?.sentences.join('\n\n') ?? '';

const originalOf = (stdout: string): ModeratedArticle['original'] => (JSON.parse(stdout) as ModeratedArticle).original;

async function check(file: string, bytes: Uint8Array | string, ...options: readonly string[]) {
  const path = join(temporaryFolder({ [file]: bytes }), file);
  return { path, ...(await runInside(['check', path, '--format', 'json', ...options])) };
}

describe('copydesk check, encodings', () => {
  it('reads a folder of files in as many encodings, and says which they were', async () => {
    const files = sampleTexts.flatMap(({ language, encodings, sentences }) =>
      encodings.map((encoding) => [`${language} ${encoding}.txt`, encodeText(sentences.join('\n\n'), encoding)] as const),
    );
    const folder = temporaryFolder(Object.fromEntries(files));
    const { stdout, stderr } = await runCopydesk(['check', folder, '--format', 'ndjson']);
    expect(stderr).toBe('');
    const results = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ModeratedArticle);
    expect(results).toHaveLength(files.length);
    for (const { article, original, findings } of results) {
      const decoder = new TextDecoder(original.encoding?.name);
      const [, language = ''] = /([^/]*) \S+\.txt$/u.exec(article.id) ?? [];
      expect(decoder.decode(readFileSync(article.id))).toBe(textOf(language));
      expect(original.length).toBe(textOf(language).length);
      expect(original.encoding).toMatchObject({ from: 'detected', replaced: 0 });
      expect(findings.filter(({ kind }) => kind === 'encoding')).toEqual([]);
    }
  });

  it('takes the byte order mark off and reads UTF-16', async () => {
    for (const name of ['utf-8', 'utf-16le', 'utf-16be']) {
      const { stdout } = await check('a.txt', encodeText(`\ufeff${CLEAN}`, name));
      expect(JSON.parse(stdout)).toMatchObject({
        text: CLEAN,
        original: { length: CLEAN.length, encoding: { name, from: 'bom' } },
      });
    }
  });

  it('obeys what a page declares', async () => {
    const page = `<!doctype html><meta charset=windows-1251><p>Да, конечно.</p>`;
    const { stdout } = await check('a.html', encodeText(page, 'windows-1251'));
    expect(originalOf(stdout)).toMatchObject({
      length: page.length,
      format: 'html',
      encoding: { name: 'windows-1251', from: 'declared', confidence: 1, replaced: 0 },
    });
  });

  it('reads standard input in any encoding', async () => {
    const { stdout } = await runCopydesk(['check', '-', '--format', 'json'], {
      input: encodeText(textOf('Polish'), 'windows-1250'),
    });
    expect(originalOf(stdout)).toMatchObject({ length: textOf('Polish').length, encoding: { name: 'windows-1250' } });
  });

  it('flags bytes that cannot be read, and names them in the report', async () => {
    const bytes = Buffer.concat([Buffer.from(`${textOf('German')} Die K`), Buffer.from([0xfc]), Buffer.from('che.')]);
    const { path, stdout } = await check('a.txt', bytes);
    const { original, findings } = JSON.parse(stdout) as ModeratedArticle;
    expect(original.encoding).toEqual({ name: 'utf-8', from: 'utf-8', confidence: 1, replaced: 1 });
    expect(findings.map(({ rule }) => rule)).toContain('encoding.undecodable@1');
    const report = await runInside(['check', path]);
    expect(report.stdout).toContain('utf-8, 1 place not readable');
    expect((await runInside(['rules', 'explain', 'encoding.undecodable@1'])).stdout).toContain('encoding-notice');
  });

  it('flags a guess', async () => {
    const { stdout } = await check('a.txt', Buffer.from([0x61, 0x62, 0xff, 0x63]));
    const { original, findings } = JSON.parse(stdout) as ModeratedArticle;
    expect(original.encoding).toMatchObject({ name: 'windows-1252', from: 'detected' });
    expect(findings.map(({ rule }) => rule)).toEqual(['encoding.guessed@1']);
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.4\n'), 'this is a PDF; convert it to text'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'), 'this is a PNG picture; convert it to text'],
    ['a word processor file', Buffer.from('PK\x03\x04', 'latin1'), 'this is a ZIP archive, as Word, OpenDocument'],
    ['NULs among odd bytes', Buffer.from([0x61, 0, 0xff, 0, 0xff]), 'this is no text: it holds NUL bytes'],
    ['64 MiB of ff', Buffer.alloc(64 * MEBI, 0xff), 'this is no text in any encoding known here'],
  ])('refuses %s with 65, says what to do, and goes on', { timeout: 240_000 }, async (_, bytes, message) => {
    const folder = temporaryFolder({ 'a.txt': bytes, 'b.txt': CLEAN });
    const { code, stdout, stderr } = await runInside(['check', folder, '--format', 'json']);
    const [refused, next] = JSON.parse(stdout) as [{ error: { code: string } }, ModeratedArticle];
    expect(refused.error.code).toBe('bad_encoding');
    expect(stderr).toContain(`${join(folder, 'a.txt')}: ${message}`);
    expect(next.text).toBe(CLEAN);
    expect(code).toBe(65);
  });
});

describe('copydesk check, formats of input', () => {
  const PAGE = `<!doctype html><html><body><p>${CLEAN}</p></body></html>`;

  it.each([
    ['a.html', CLEAN, 'html'],
    ['a.HTM', CLEAN, 'html'],
    ['a.xhtml', CLEAN, 'html'],
    ['a.md', CLEAN, 'markdown'],
    ['a.markdown', CLEAN, 'markdown'],
    ['a.txt', CLEAN, 'text'],
    ['a.txt', PAGE, 'html'],
    ['a.txt', `<p>${CLEAN}</p>`, 'text'],
    ['a.md', PAGE, 'markdown'],
    ['article', CLEAN, 'text'],
    ['article', `<p>${CLEAN}</p>`, 'html'],
    ['article.php', PAGE, 'html'],
    ['article', `---\ntitle: Words\n---\n\n${CLEAN}\n`, 'markdown'],
  ])('reads %s, %.20s as %s', async (file, content, format) => {
    const path = join(temporaryFolder({ [file]: content }), file);
    const { stdout } = await runInside(['check', path, '--format', 'json']);
    expect(originalOf(stdout).format).toBe(format);
  });

  it.each(['text', 'markdown', 'html'])('reads any file as %s when told so', async (input) => {
    const folder = temporaryFolder({ 'a.html': PAGE, 'b.md': PAGE, 'c.txt': PAGE, 'd.jsonl': PAGE });
    const { stdout } = await runInside(['check', folder, '--input', input, '--format', 'json']);
    expect((JSON.parse(stdout) as ModeratedArticle[]).map(({ original }) => original.format)).toEqual(Array(4).fill(input));
  });

  it.each([
    [PAGE, 'html'],
    [`# Words\n\n**${CLEAN}**\n`, 'markdown'],
    [CLEAN, 'text'],
  ])('guesses the format of standard input: %.20s', async (content, format) => {
    expect(originalOf((await runInside(['check', '-', '--format', 'json'], content)).stdout).format).toBe(format);
    expect(originalOf((await runInside(['check', '-', '--format', 'json', '--input', 'html'], content)).stdout).format).toBe(
      'html',
    );
  });

  it('finds NDJSON in a file of another name, however long', async () => {
    const lines = Array.from({ length: 50 }, (_, at) => JSON.stringify({ id: `a${at}`, text: CLEAN })).join('\n');
    const path = join(temporaryFolder({ 'feed.log': lines }), 'feed.log');
    const { stdout } = await runInside(['check', path, '--format', 'json']);
    expect((JSON.parse(stdout) as ModeratedArticle[]).map(({ article }) => article.id).at(-1)).toBe('a49');
  });

  it('reads a pipe to its end, once', () => {
    const path = join(temporaryFolder({ page: PAGE }), 'page');
    const script = 'cat "$1" | "$2" "$3" check /dev/stdin --format json';
    const stdout = execFileSync('sh', ['-c', script, 'sh', path, process.execPath, MAIN], { encoding: 'utf8' });
    expect(originalOf(stdout)).toMatchObject({ format: 'html', length: PAGE.length });
  });

  it('names format and encoding in the report where they are not plain text and UTF-8', async () => {
    const { stdout } = await runInside(['check', join(temporaryFolder({ 'a.html': PAGE }), 'a.html')]);
    expect(stdout).toMatch(/ words · HTML\n/u);
    const polish = encodeText(textOf('Polish'), 'iso-8859-2');
    const other = await runInside(['check', join(temporaryFolder({ 'a.txt': polish }), 'a.txt')]);
    expect(other.stdout).toMatch(/ words · iso-8859-2 \(0\.\d\d\)\n/u);
  });

  it('refuses HTML over the limit and says what to do', { timeout: 120_000 }, async () => {
    const { code, stderr } = await check('a.html', Buffer.alloc(12_000_001, 0x61));
    expect(code).toBe(65);
    expect(stderr).toContain('has 12000001 characters of HTML; the limit is 12000000: send the article');
  });

  it('reads HTML up to the limit', { timeout: 120_000 }, async () => {
    const { stdout, stderr } = await check('a.html', PAGE.padEnd(12_000_000, ' '));
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ original: { format: 'html', length: 12_000_000 }, incomplete: [] });
  });

  it('compares rules on pages too', async () => {
    const rules = join(import.meta.dirname, '../../rules');
    const path = join(temporaryFolder({ 'a.html': PAGE }), 'a.html');
    for (const input of ['auto', 'html', 'markdown'])
      expect(await runInside(['rules', 'shadow', rules, rules, path, '--input', input])).toMatchObject({ code: 0, stderr: '' });
  });
});
