import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawTable } from '../../src/cli/eval/draw-table.ts';
import { drawWrong } from '../../src/cli/eval/draw-wrong.ts';
import { evaluationSets, generatedSets } from '../../src/evaluation/evaluation-sets.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TOKENS = [
  { text: 'k7Qw2Zx9Lm4Vb8Nc1Rt6Yp3Hs5Jd0Fg2Kq7Wz9Xe', label: 1, kind: 'random' },
  { text: 'zz\u001b[31m', label: 1, kind: 'short' },
  { text: 'ferry', label: 0, kind: 'word_en' },
];

function writeTokens(tokens: readonly unknown[] = TOKENS): string {
  return temporaryFolder({ 'garbage/tokens.jsonl': tokens.map((token) => JSON.stringify(token)).join('\n') });
}

describe('copydesk eval', () => {
  it('prints aligned tables', async () => {
    const { code, stdout, stderr } = await runInside(['eval', 'garbage', '--data', writeTokens()]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [title, heading = '', all = ''] = stdout.split('\n');
    expect(title).toBe('garbage tokens, each a line between paragraphs');
    expect(all).toMatch(/^ {2}all +3 +1 +0 +1 +1\.0000 +0\.5000 +0\.6667 +0\.00 +0$/u);
    expect(all.indexOf('1.0000') + '1.0000'.length).toBe(heading.indexOf('precision') + 'precision'.length);
  });

  it('refuses a setting that there is not', async () => {
    const { code, stderr } = await runInside(['eval', 'garbage', '--data', writeTokens()], '', {
      env: { COPYDESK_COLOUR: 'red' },
    });
    expect(code).toBe(78);
    expect(stderr).toContain('COPYDESK_COLOUR: there is no such setting');
  });

  it('gives JSON with stable keys, the same bytes each time', async () => {
    const folder = writeTokens();
    const { stdout } = await runInside(['eval', 'garbage', '--data', folder, '--format', 'json']);
    const record = JSON.parse(stdout);
    expect(Object.keys(record)).toEqual(['schema', 'set', 'provenance', 'tables']);
    expect(record).toMatchObject({
      schema: 'copydesk.evaluation/1',
      set: 'garbage',
      tables: { tokens: { all: { tp: 1, fn: 1 } } },
    });
    expect(record.provenance.ruleset).toMatch(/^[0-9a-f]{64}$/u);
    expect((await runInside(['eval', 'garbage', '--data', folder, '--format', 'json'])).stdout).toBe(stdout);
  });

  it('shows the change against an earlier run', async () => {
    const earlier = join(temporaryFolder(), 'earlier.json');
    const less = writeTokens(TOKENS.slice(0, 1));
    await runInside(['eval', 'garbage', '--data', less, '--format', 'json', '--output', earlier]);
    const args = ['eval', 'garbage', '--data', writeTokens(), '--compare', earlier];
    const { stdout } = await runInside(args);
    expect(stdout).toMatch(/^ {2}all +3 \(\+2\) +1 \(=\) +0 \(=\) +1 \(\+1\) +1\.0000 \(=\) +0\.5000 \(-0\.5000\)/mu);
    expect(stdout).toMatch(/^ {2}short +1 \(new\)/mu);
    const { changes } = JSON.parse((await runInside([...args, '--format', 'json'])).stdout);
    expect(changes.tokens.all).toMatchObject({ items: 2, tp: 0, fn: 1, recall: -0.5, f1: -0.333333 });
    expect(changes.categories.short).toMatchObject({ items: null });
  });

  it('lists wrong items with controls made visible', async () => {
    const args = ['eval', 'garbage', '--data', writeTokens()];
    const { stdout } = await runInside([...args, '--wrong']);
    expect(stdout).toContain('1 wrong item\n  garbage/tokens.jsonl:2  missed  short\n    zz␛[31m\n');
    expect(stdout).not.toContain('\u001b');
    const { wrong } = JSON.parse((await runInside([...args, '--format', 'json', '--wrong', '5'])).stdout);
    expect(wrong).toMatchObject({ total: 1, items: [{ line: 2, label: 'short' }] });
    expect((await runInside([...args, '--wrong=0'])).stdout).not.toContain('wrong item');
  });

  it('writes a file', async () => {
    const output = join(temporaryFolder(), 'figures.txt');
    const { code, stdout } = await runInside(['eval', '--wrong', 'garbage', '--data', writeTokens(), '--output', output]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(output, 'utf8')).toContain('garbage tokens');
  });

  it('draws progress only on a screen', async () => {
    const args = ['eval', 'garbage', '--data', writeTokens()];
    expect((await runInside(args, '', { isStderrTty: true })).stderr).toMatch(/0\/3 {2}garbage\/tokens\.jsonl.*\r/u);
    expect((await runInside(args)).stderr).toBe('');
  });

  it.each([
    [['eval'], 'name a set: garbage, spam, lines, seed, clean, entities'],
    [['eval', 'garbag', '--data', 'x'], 'unknown set garbag; did you mean garbage?'],
    [['eval', 'constructor', '--data', 'x'], 'unknown set constructor; known: garbage'],
    [['eval', 'garbage'], '--data names the folder'],
    [['eval', 'garbage', 'spam', '--data', 'x'], 'one set at a time; spam is too many'],
    [['eval', 'garbage', '--data', 'x', '--format', 'jsn'], 'unknown value of --format: jsn; did you mean json?'],
    [['eval', 'garbage', '--data', 'x', '--wrong=many'], '--wrong takes a number of items, not many'],
    [['eval', 'cross-article', '--seed', '4294967296'], '--seed takes a number up to 4294967295'],
    [['eval', 'garbage', '--dta', 'x'], 'unknown option --dta; did you mean --data?'],
  ])('refuses %j with 64', async (args, message) => {
    const { code, stdout, stderr } = await runInside(args);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('names the file it misses, with 66, and the place of bad data, with 65', async () => {
    const folder = temporaryFolder();
    for (const set of Object.keys(evaluationSets).filter((name) => !generatedSets.has(name))) {
      const { code, stderr } = await runInside(['eval', set, '--data', folder]);
      expect(code).toBe(66);
      expect(stderr).toMatch(/ is expected: no such file/u);
    }
    const missing = await runInside(['eval', 'garbage', '--data', folder]);
    expect(missing.stderr).toContain(join(folder, 'garbage', 'tokens.jsonl'));
    const bad = await runInside(['eval', 'garbage', '--data', writeTokens([{ text: 'a' }])]);
    expect(bad).toMatchObject({ code: 65, stderr: expect.stringContaining('garbage/tokens.jsonl:1: label') });
  });

  it('refuses an earlier run that is missing, something else, or of another set', async () => {
    const folder = temporaryFolder({
      'other.json': '{"schema":"copydesk.evaluation/1","set":"spam","provenance":{"engine":"1","ruleset":"x"},"tables":{}}',
      'text.json': 'nothing',
    });
    const compare = (file: string) => runInside(['eval', 'garbage', '--data', folder, '--compare', join(folder, file)]);
    expect(await compare('none.json')).toMatchObject({ code: 66, stderr: expect.stringContaining('cannot be read') });
    expect(await compare('text.json')).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('is not the JSON of copydesk eval'),
    });
    expect(await compare('other.json')).toMatchObject({
      code: 65,
      stderr: expect.stringContaining('is about spam, not garbage'),
    });
  });

  it('refuses broken rules with 78', async () => {
    const { code } = await runInside(['eval', 'garbage', '--data', writeTokens(), '--rules', temporaryFolder()]);
    expect(code).toBe(78);
  });
});

describe('drawTable', () => {
  it('cuts long names, shows what has no value, and marks checks', () => {
    const rows = [
      { name: `a\u0007${'b'.repeat(60)}`, figures: { passed: 1, precision: null } },
      { name: 'c', figures: { passed: 0, tp: 2 } },
    ];
    const lines = drawTable({ name: 't', title: 'things', rows }).split('\n');
    expect(lines).toEqual([
      'things',
      `${' '.repeat(52)}passed  tp  precision`,
      `  a␇${'b'.repeat(45)}…    pass              -`,
      `  c${' '.repeat(51)}FAIL   2`,
      '',
    ]);
    expect(drawTable({ name: 't', title: 'things', rows: [] })).toBe('things\n  (nothing)\n');
  });
});

describe('drawWrong', () => {
  it('cuts texts and counts the rest', () => {
    const item = { file: 'a', line: 3, label: 'x', outcome: 'removed', text: 'abcdefgh', rule: 'r@1', evidence: '{"n":1}' };
    expect(drawWrong([item, item], 1, 6)).toBe('2 wrong items\n  a:3  removed  x\n    abcde…\n    r@1 {"n":…\n  and 1 more\n');
  });
});
