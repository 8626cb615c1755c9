import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCopydesk } from './run-copydesk.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const PROSE = 'The council met at noon to hear what the pilots wanted, and most of them stayed until the evening.';
const MEBI = 1024 * 1024;

/** Texts that break programs, each with the seconds after which it hangs, even on a busy machine. */
const EXTREMES: Readonly<Record<string, { readonly text: string; readonly seconds: number }>> = {
  'an empty article': { text: '', seconds: 120 },
  'white space only': { text: ' \n\t\r\n \u00a0\u2003\n', seconds: 120 },
  'no title': { text: PROSE, seconds: 120 },
  NULs: { text: `\u0000${PROSE}\u0000\n\n\u0000\u0000`, seconds: 120 },
  'lone surrogates': { text: `\ud800 ${PROSE}\udc00\n\n${PROSE} \udfff\ud800`, seconds: 120 },
  CRLF: { text: `Title of four words\r\n\r\n${PROSE}\r\n\r\nView all\r\n`, seconds: 120 },
  'right-to-left text': {
    text: 'مجلس المدينة يجتمع ظهرا للاستماع إلى ما يريده المرشدون.\n\n\u202bנמל העיר נפתח מחדש לאחר שבועות רבים.\u202c',
    seconds: 120,
  },
  emoji: { text: `👩‍🚀🚢 ${PROSE} 🏴󠁧󠁢󠁥󠁮󠁧󠁿\n\n${'👨‍👩‍👧‍👦'.repeat(2_000)}`, seconds: 120 },
  'a combining pile': { text: `a${'\u0301'.repeat(100_000)} ${PROSE}`, seconds: 120 },
  '10 MB of prose in one line': { text: `${PROSE} `.repeat(Math.ceil((10 * MEBI) / PROSE.length)), seconds: 400 },
  '10 MB without a blank': { text: 'x'.repeat(10 * MEBI), seconds: 400 },
  '7 MB of line ends': { text: '\n'.repeat(7 * MEBI), seconds: 400 },
  '10,000 blocks': { text: Array.from({ length: 10_000 }, (_, at) => `${PROSE} Number ${at}.`).join('\n\n'), seconds: 400 },
  '10,000 equal blocks': { text: Array.from({ length: 10_000 }, () => PROSE).join('\n\n'), seconds: 400 },
  'a million repeated words': { text: 'buy '.repeat(1_000_000), seconds: 400 },
  '300,000 short lines': { text: 'buy now\n'.repeat(300_000), seconds: 400 },
};

describe.each(Object.entries(EXTREMES))('copydesk check of %s', (_, { text, seconds }) => {
  it('gives a result for a line of NDJSON, and the next line is read', { timeout: seconds * 1000 }, async () => {
    const input = [JSON.stringify({ id: 'extreme', text }), JSON.stringify({ id: 'next', text: PROSE }), ''].join('\n');
    const { code, stdout, stderr } = await runCopydesk(['check', '-', '--format', 'ndjson'], { input });
    expect(stderr).toBe('');
    expect(code).toBeLessThanOrEqual(2);
    const [extreme, next] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(extreme).toMatchObject({ article: { id: 'extreme' }, original: { length: text.length } });
    expect(next).toMatchObject({ article: { id: 'next' }, text: PROSE });
  });

  it('can be drawn in every format', { timeout: seconds * 1000 }, async () => {
    const path = join(temporaryFolder({ 'article.txt': text }), 'article.txt');
    for (const format of ['report', 'diff', 'markdown', 'html', 'page']) {
      const { code, stderr } = await runInside(['check', path, '--format', format]);
      expect(stderr).toBe('');
      expect(code).toBeLessThanOrEqual(2);
    }
  });
});

describe('copydesk check of a million short lines', () => {
  it('refuses the article by name and reads the next', { timeout: 240_000 }, async () => {
    const input = [
      JSON.stringify({ id: 'many', text: 'buy now\n'.repeat(1_000_000) }),
      JSON.stringify({ id: 'next', text: PROSE }),
      '',
    ].join('\n');
    const { code, stdout, stderr } = await runCopydesk(['check', '-', '--format', 'ndjson'], { input });
    const [refused, next] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(65);
    expect(refused.error.code).toBe('too_many_lines');
    expect(next.article.id).toBe('next');
    expect(stderr).toBe('copydesk: the article "many" has 1000000 lines; the limit is 500000: send it in parts\n');
  });
});

describe('copydesk check of a file over the limit', () => {
  it('refuses it and reads the next', { timeout: 240_000 }, async () => {
    const folder = temporaryFolder({ 'a.txt': Buffer.alloc(64 * MEBI + 1, 0x61), 'b.txt': PROSE });
    const { code, stdout, stderr } = await runCopydesk(['check', folder, '--format', 'text']);
    expect(code).toBe(65);
    expect(stderr).toContain('more than 67108864 bytes, the limit of a file');
    expect(stdout).toContain(PROSE);
  });
});
