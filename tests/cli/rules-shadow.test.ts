import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareResults } from '../../src/cli/rules/compare-results.ts';
import { loadRuleset, moderate } from '../../src/index.ts';
import { rulesFolder } from './rules-folder.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const TRAIN = join(EXAMPLES, '02-night-train.txt');
const TEXT =
  'A quiet day in Merrow\n\nNothing happened in the harbour on Tuesday, and nobody minded.\n\nPigeon post delivers\n\nOn Wednesday it rained, which the farmers had asked for since the beginning of May.\n';

const withoutBuyNow = (): string =>
  rulesFolder(['spam.yaml', 'phrases:\n      - "buy now and save"', 'action: flagged\n    phrases:\n      - "buy now and save"']);
const shadow = (...args: readonly string[]) => runInside(['rules', 'shadow', ...args]);

describe('copydesk rules shadow', () => {
  it('is silent about rules that judge alike, and says so', async () => {
    const { code, stdout, stderr } = await shadow('shipped', rulesFolder(), EXAMPLES);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('The two folders hold the same rules.\n3 articles, nothing flips\n');
  });

  it('shows a verdict that flips with nothing else', async () => {
    const strict = rulesFolder(
      ['scoring.yaml', 'reviewBelow: 85', 'reviewBelow: 20'],
      ['scoring.yaml', 'rejectBelow: 25', 'rejectBelow: 10'],
    );
    const { code, stdout } = await shadow('shipped', strict, TRAIN);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^REVIEW (\d+\.\d\d) -> PUBLISH \1 {2}.*02-night-train\.txt\n\n1 article, 1 flips: verdict of 1 \(review -> publish 1\), score of 0, text of 0\n$/u,
    );
  });

  it('shows edits that are gone, new, or now a flag, with rule and excerpt', async () => {
    const folder = temporaryFolder({ 'a.txt': TEXT.replace('Pigeon post delivers', 'Buy now and save!') });
    const there = await shadow('shipped', withoutBuyNow(), folder);
    expect(there.code).toBe(1);
    expect(there.stdout).toContain('  5:1       no longer removed by spam.buy-now@1 −4.00\n            │ Buy now and save!\n');
    expect(there.stdout).toContain('  5:1       now flagged by spam.buy-now@1 −4.00\n            │ Buy now and save!\n');
    expect(there.stdout).toContain('1 article, 1 flips: verdict of 0, score of 0, text of 1');
    const back = await shadow(withoutBuyNow(), 'shipped', folder);
    expect(back.stdout).toContain('no longer flagged by spam.buy-now@1');
    expect(back.stdout).toContain('now removed by spam.buy-now@1');
  });

  it('shows another price', async () => {
    const dear = rulesFolder(['scoring.yaml', 'kind: slug_line\n    points: 1', 'kind: slug_line\n    points: 1.5']);
    const { stdout } = await shadow('shipped', dear, TRAIN);
    expect(stdout).toMatch(/was removed by slug\.line@1 −1\.00, now removed by slug\.line@1 −1\.50\n/u);
    expect(stdout).toContain('score of 1, text of 0');
  });

  it('gives flips to programs, in one document or one a line', async () => {
    const input = [TEXT, TEXT.replace('Pigeon post delivers', 'Buy now and save!')]
      .map((text, at) => JSON.stringify({ id: `a-${at}`, text }))
      .join('\n');
    const args = ['rules', 'shadow', 'shipped', withoutBuyNow(), '-', '--format'];
    const lines = await runInside([...args, 'ndjson'], input);
    expect(lines.code).toBe(1);
    const flip = JSON.parse(lines.stdout);
    expect(flip).toMatchObject({ article: 'a-1', flips: ['edits'], before: { outcome: 'publish', score: 96 } });
    expect(flip.changes).toEqual([
      expect.objectContaining({
        change: 'gone',
        excerpt: 'Buy now and save!',
        after: null,
        before: expect.objectContaining({ action: 'removed' }),
      }),
      expect.objectContaining({
        change: 'new',
        excerpt: 'Buy now and save!',
        before: null,
        after: expect.objectContaining({ action: 'flagged' }),
      }),
    ]);
    const document = JSON.parse((await runInside([...args, 'json'], input)).stdout);
    expect(document.before).toBe(loadRuleset().version);
    expect(document.articles).toEqual([flip]);
    expect(document.summary).toEqual({ articles: 2, flipped: 1, failed: 0, verdict: 0, score: 0, edits: 1, verdicts: {} });
    expect(
      JSON.parse((await runInside(['rules', 'shadow', 'shipped', 'shipped', '-', '--format', 'json'], input)).stdout).articles,
    ).toEqual([]);
  });

  it('goes on after an article that cannot be read, and exits with its code', async () => {
    const folder = temporaryFolder({ 'a.ndjson': 'not json\n{"id":"b","text":"Words."}\n' });
    const { code, stdout, stderr } = await shadow('shipped', 'shipped', folder, 'nowhere.txt');
    expect(code).toBe(66);
    expect(stderr).toContain('a.ndjson:1: not JSON');
    expect(stderr).toContain('nowhere.txt: no such file or folder');
    expect(stdout).toContain('1 article, nothing flips; 2 could not be compared');
  });

  it('refuses a folder that is no ruleset or fails its own proof with 78', async () => {
    const broken = rulesFolder(['spam.yaml', 'LIMITED TIME OFFER!!! Buy now and save 70%', 'Nothing']);
    const { code, stdout, stderr } = await shadow('shipped', broken, TRAIN);
    expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
    expect(stderr).toMatch(/spam\.yaml:\d+: rule spam\.buy-now@1, examples\.match\[0\]/u);
    expect((await shadow('nowhere', 'shipped', TRAIN)).code).toBe(78);
  });

  it('writes a file, draws progress on a screen only, and passes no controls on', async () => {
    const output = join(temporaryFolder(), 'flips.txt');
    const hostile = temporaryFolder({
      'a.txt': TEXT.replace('Pigeon post delivers', 'Buy now and save \u001b[31m!'),
      'b.txt': TEXT,
    });
    const args = ['rules', 'shadow', 'shipped', withoutBuyNow(), hostile, '--output', output];
    const run = await runInside(args, '', { isStderrTty: true });
    expect(run.code).toBe(1);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('0/2');
    expect(run.stderr.endsWith('\r\u001b[2K')).toBe(true);
    expect(readFileSync(output, 'utf8')).toContain('Buy now and save ␛[31m!');
    const colour = await runInside(args.slice(0, 5), '', { isStdoutTty: true });
    expect(colour.stdout).toContain('\u001b[32mPUBLISH');
  });
});

describe('compareResults', () => {
  const ruleset = loadRuleset();
  const result = moderate({ id: 'a', text: readFileSync(TRAIN, 'utf8') }, { ruleset });

  it('finds nothing between a result and itself', () => {
    expect(compareResults(result, result)).toBeUndefined();
  });

  it('pairs findings on the same text one for one', () => {
    const [first, ...rest] = result.findings;
    if (!first) throw new TypeError('the example has findings');
    const other = { ...result, quality: { ...result.quality, score: 1 } };
    const doubled = { ...other, findings: [first, { ...first, rule: 'x.second@1' }, ...rest] };
    expect(compareResults(result, doubled)?.changes).toEqual([
      { change: 'new', before: undefined, after: { ...first, rule: 'x.second@1' } },
    ]);
    const renamed = { ...other, findings: [{ ...first, rule: 'x.other@1' }, ...rest] };
    expect(compareResults(result, renamed)?.changes).toEqual([
      { change: 'differs', before: first, after: { ...first, rule: 'x.other@1' } },
    ]);
    expect(compareResults(result, { ...other, findings: rest })?.changes).toEqual([
      { change: 'gone', before: first, after: undefined },
    ]);
  });
});
