import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';
import { runCopydesk } from './run-copydesk.ts';
import { runInside } from './run-inside.ts';

const ruleset = loadRuleset();
const NDJSON = ['check', '-', '--format', 'ndjson'];
const line = (id: string, text = `Words of the article ${id}.`): string => JSON.stringify({ id, text });
const recordsOf = (
  stdout: string,
): readonly { article?: { id: string }; error?: { code: string; message: string; line?: number } }[] =>
  stdout === ''
    ? []
    : stdout
        .trimEnd()
        .split('\n')
        .map((record) => JSON.parse(record));

describe('copydesk check, NDJSON', () => {
  it('gives one line for each, in order, with the bytes of the library', async () => {
    const ids = Array.from({ length: 200 }, (_, at) => `a${at}`);
    const { code, stdout, stderr } = await runCopydesk(NDJSON, { input: ids.map((id) => `${line(id)}\n`) });
    const expected = ids.map((id) => JSON.stringify(moderate({ id, text: `Words of the article ${id}.` }, { ruleset })));
    expect(stdout).toBe(`${expected.join('\n')}\n`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('puts an error in the place of a broken line and goes on', async () => {
    const input = [
      line('a'),
      '',
      '{"id":"broken","text":',
      '   ',
      line('b'),
      '[1]',
      '{"id":"c","text":"t","body":"x"}',
      line('d'),
    ].join('\r\n');
    const { code, stdout, stderr } = await runInside(NDJSON, input);
    expect(recordsOf(stdout).map(({ article, error }) => article?.id ?? `${error?.code}:${error?.line}`)).toEqual([
      'a',
      'bad_json:3',
      'b',
      'bad_article:6',
      'bad_article:7',
      'd',
    ]);
    expect(code).toBe(65);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('standard input:3: not JSON'),
      expect.stringContaining('standard input:6: '),
      'copydesk: standard input:7: unknown field "body"',
    ]);
  });

  it.each([
    ['{"id":"a"}', 'field "text": missing; text is wanted'],
    ['{"text":"a"}', 'field "id"'],
    ['{"id":"","text":"a"}', 'field "id"'],
    ['{"id":7,"text":"a"}', 'field "id": text is wanted, not a number'],
    ['{"id":"a","text":"b","__proto__":{"x":1}}', 'unknown field "__proto__"'],
    ['{"id":"a","text":"b","publishedAt":"soon"}', 'field "publishedAt"'],
    ['{"id":"a","text":"b","format":"pdf"}', 'field "format"'],
    ['null', ''],
    ['"text"', ''],
    ['['.repeat(100_000), ''],
    [`{"id":"a","text":"b","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'unknown field "x"'],
  ])('refuses %.60s', async (bad, message) => {
    const { code, stdout } = await runInside([...NDJSON, '--input', 'ndjson'], `${bad}\n${line('next')}\n`);
    const [error, next] = recordsOf(stdout);
    expect(code).toBe(65);
    expect(error?.error?.message).toContain(message);
    expect(next?.article?.id).toBe('next');
  });

  it.each(['html', 'markdown', 'text'] as const)('takes the format %s', async (format) => {
    const article = { id: 'a', text: 'Words of a page.', format };
    const { code, stdout } = await runInside(NDJSON, `${JSON.stringify(article)}\n${line('b')}`);
    expect(recordsOf(stdout)[0]).toEqual(JSON.parse(JSON.stringify(moderate(article, { ruleset }))));
    expect(code).toBe(0);
  });

  it('refuses HTML over the limit, says what to do, and reads the next line', async () => {
    const page = (length: number): string => JSON.stringify({ id: 'a', text: 'x'.repeat(length), format: 'html' });
    const { code, stdout } = await runInside([...NDJSON, '--input', 'ndjson'], `${page(12_000_001)}\n${line('b')}`);
    const [refused, next] = recordsOf(stdout);
    expect(refused?.error).toMatchObject({
      code: 'too_large',
      message:
        'the article "a" has 12000001 characters of HTML; the limit is 12000000: send the article\'s part of the page, or take scripts, styles and embedded pictures out',
    });
    expect(next?.article?.id).toBe('b');
    expect(code).toBe(65);
  });

  it('takes HTML up to the limit', async () => {
    const text = `<p>Words of a page.</p>`.padEnd(12_000_000, ' ');
    const { stdout } = await runInside([...NDJSON, '--input', 'ndjson'], JSON.stringify({ id: 'a', text, format: 'html' }));
    expect(JSON.parse(stdout)).toMatchObject({ original: { length: 12_000_000 }, text: 'Words of a page.' });
  });

  it('hands on how the bytes of an article became its text', async () => {
    const encoding = { replaced: 0, confidence: 0.5, name: 'windows-1250', from: 'detected' } as const;
    const { stdout } = await runInside(NDJSON, JSON.stringify({ id: 'a', text: 'Some words.', encoding }));
    const [result] = recordsOf(stdout) as { original?: { encoding: unknown } }[];
    expect(JSON.stringify(result?.original?.encoding)).toBe(
      '{"name":"windows-1250","from":"detected","confidence":0.5,"replaced":0}',
    );
  });

  it('hands every field on', async () => {
    const article = {
      id: 'a',
      text: 'Some words.',
      format: 'text',
      title: 't',
      url: 'u',
      source: 's',
      byline: 'b',
      site: 'c',
      publishedAt: '2024-01-02',
      revision: 3,
    } as const;
    const { stdout } = await runInside(NDJSON, JSON.stringify(article));
    expect(stdout).toBe(`${JSON.stringify(moderate(article, { ruleset }))}\n`);
  });

  it('says at which byte of a line UTF-8 ends', async () => {
    const bad = Buffer.concat([Buffer.from('{"id":"a","text":"'), Buffer.from([0xff]), Buffer.from(`"}\n${line('b')}`)]);
    const { stdout } = await runInside([...NDJSON, '--input', 'ndjson'], bad);
    expect(recordsOf(stdout)[0]?.error).toEqual({
      code: 'bad_encoding',
      message: 'not valid utf-8 at byte 18 of the line',
      line: 1,
    });
    expect(recordsOf(stdout)[1]?.article?.id).toBe('b');
  });

  it('refuses UTF-16 as a whole and takes a mark off', async () => {
    const utf16 = await runInside([...NDJSON, '--input', 'ndjson'], Buffer.from(`\ufeff${line('a')}\n${line('b')}\n`, 'utf16le'));
    expect(recordsOf(utf16.stdout)).toEqual([{ error: { code: 'bad_encoding', message: 'NDJSON is UTF-8; this is UTF-16' } }]);
    expect(recordsOf((await runInside(NDJSON, `\ufeff${line('a')}`)).stdout)[0]?.article?.id).toBe('a');
  });

  it('goes by the first line of standard input', async () => {
    const idOf = async (input: string): Promise<string | undefined> =>
      recordsOf((await runInside(NDJSON, input)).stdout)[0]?.article?.id;
    expect(await idOf(`\n \n${line('a')}\n`)).toBe('a');
    expect(await idOf(line('a'))).toBe('a');
    expect(await idOf('Just text.')).toBe('-');
    expect(await idOf('{ braces } in a text\n')).toBe('-');
    expect(await idOf('{\n  "id": "a"\n} is how it began\n')).toBe('-');
    expect(await idOf('{\n  "id": "a"\n}\n')).toBeUndefined();
    expect(await idOf('[1, 2]\n')).toBe('-');
    expect(await idOf('')).toBe('-');
    expect(await idOf(' '.repeat(200_000))).toBe('-');
  });

  it('keeps its memory bounded and loses no line behind one over the limit', { timeout: 240_000 }, async () => {
    const big = Buffer.alloc(1024 * 1024, 0x61);
    function* feed(): Generator<string | Uint8Array> {
      yield `${line('first')}\n{"id":"big","text":"`;
      for (let at = 0; at < 300; at++) yield big;
      yield `"}\n${line('last')}\n`;
    }
    const run = await runCopydesk(NDJSON, { input: feed(), node: ['--max-old-space-size=160'] });
    expect(recordsOf(run.stdout).map(({ article, error }) => article?.id ?? error?.code)).toEqual([
      'first',
      'line_too_long',
      'last',
    ]);
    expect(run.stderr).toContain('standard input:2: the line has 314572');
    expect(run.code).toBe(65);
  });

  it('streams more than it may hold', { timeout: 120_000 }, async () => {
    const refused = `${JSON.stringify({ id: 'a', text: 'Words.', extra: 'x'.repeat(1024 * 1024) })}\n`;
    function* feed(): Generator<string> {
      for (let at = 0; at < 400; at++) yield refused;
      yield `${line('last')}\n`;
    }
    const run = await runCopydesk(NDJSON, { input: feed(), node: ['--max-old-space-size=160'] });
    const records = recordsOf(run.stdout);
    expect(records).toHaveLength(401);
    expect(records.at(-1)?.article?.id).toBe('last');
    expect(run.code).toBe(65);
  });
});
