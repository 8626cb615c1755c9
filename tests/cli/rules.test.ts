import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { moderate, readRulebook } from '../../src/index.ts';
import { rulesFolder } from './rules-folder.ts';
import { runCopydesk } from './run-copydesk.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const book = readRulebook();
const CUP = fileURLToPath(new URL('../../examples/03-cup-final.txt', import.meta.url));
const CUP_TEXT = readFileSync(CUP, 'utf8');

const EXTRA = `about: test rules
licence: Apache-2.0
rules:
  - id: pigeon-post
    kind: spam_insert
    message: pigeon post advert
    confidence: 0.9
    phrases: ["pigeon post delivers"]
    points: 2.5
    examples:
      match: ["Pigeon Post delivers!"]
      allow: ["The pigeon came by post."]
`;

function withExtra(content: string): string {
  const folder = rulesFolder();
  writeFileSync(join(folder, 'extra.yaml'), content);
  return folder;
}

const lineOf = (file: string, text: string): number =>
  readFileSync(new URL(`../../rules/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;

describe('copydesk rules', () => {
  it('copies the rules shipped into a folder that is empty, and writes over nothing', async () => {
    const folder = join(temporaryFolder(), 'a', 'my-rules');
    const { code, stdout } = await runInside(['rules', 'copy', folder]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`copydesk rules test ${folder}`)]);
    expect(readRulebook(folder).ruleset.version).toBe(book.ruleset.version);
    writeFileSync(join(folder, 'promo.yaml'), 'mine');
    const again = await runInside(['rules', 'copy', folder]);
    expect([again.code, again.stderr]).toEqual([64, expect.stringContaining('is not empty')]);
    expect(readFileSync(join(folder, 'promo.yaml'), 'utf8')).toBe('mine');
    const file = join(folder, 'promo.yaml');
    expect(await runInside(['rules', 'copy', file])).toMatchObject({
      code: 74,
      stderr: expect.stringContaining('cannot be written'),
    });
  });

  it('has a help of its own for each part', async () => {
    const whole = (await runInside(['rules', '--help'])).stdout;
    for (const part of ['list', 'test', 'explain', 'shadow', 'copy']) {
      expect(whole).toContain(`\n  ${part} `);
      const { code, stdout } = await runInside(['rules', part, '--help']);
      expect(code).toBe(0);
      expect(stdout).toMatch(new RegExp(`^copydesk rules ${part}: .+\n\nUsage: copydesk rules ${part} `, 'u'));
      expect((await runInside(['help', 'rules', part])).stdout).toBe(stdout);
    }
    expect((await runInside(['help', 'rules'])).stdout).toBe(whole);
  });

  it.each([
    [[], 'say what to do with the rules: list, test, explain, shadow, copy, learned'],
    [['lst'], 'did you mean list?'],
    [['list', 'a', 'b'], 'one folder at a time; b is too many'],
    [['copy'], 'name one folder to write to'],
    [['copy', 'a', 'b'], 'name one folder to write to'],
    [['list', ''], 'a rules folder has an empty name'],
    [['list', '--format', 'jsn'], 'did you mean json?'],
    [['test', '--cleen', 'a'], 'did you mean --clean?'],
    [['test', 'a', 'b'], 'one folder at a time'],
    [['test', '--clean', ''], '--clean has an empty name'],
    [['explain'], 'name a finding such as f3, a rule or a threshold'],
    [['explain', 'f1', 'f2'], 'one at a time; f2 is too many'],
    [['explain', 'spam.buy-now', '--result', 'x'], '--result is for findings'],
    [['explain', 'f1', '--article', ''], 'a file has an empty name'],
    [['shadow', 'shipped'], 'name two folders of rules, the old and the new, and then articles'],
    [['shadow', 'shipped', 'shipped'], 'name articles'],
    [['shadow', 'shipped', 'shipped', '-', '-'], 'standard input can be read only once'],
    [['shadow', 'shipped', 'shipped', 'a', '--format', 'text'], 'unknown value of --format'],
  ])('refuses rules %j with 64 and a hint', async (args, message) => {
    const { code, stdout, stderr } = await runInside(['rules', ...args]);
    expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each([[['list']], [['test']], [['explain', 'spam.buy-now', '--rules']]])(
    'says with 78 where a folder is no ruleset: rules %j',
    async (args) => {
      const broken = withExtra(EXTRA.replace('kind: spam_insert', 'kind: spam'));
      const { code, stdout, stderr } = await runInside(['rules', ...args, broken]);
      expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
      expect(stderr).toMatch(/^copydesk: extra\.yaml:5: /u);
      expect((await runInside(['rules', ...args, join(broken, 'nowhere')])).code).toBe(78);
    },
  );

  it('does the same as a process', async () => {
    const { code, stdout, stderr } = await runCopydesk(['rules', 'test'], { env: { COPYDESK_RULES: '' } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+ rules, \d+ examples in \d+ trials, \d+ clean articles: all hold\n$/u);
  });
});

describe('copydesk rules list', () => {
  it('shows every rule, threshold, list and price with its place', async () => {
    const { code, stdout } = await runInside(['rules', 'list']);
    expect(code).toBe(0);
    const names = [
      ...book.rules.map(({ rule }) => rule.id),
      ...book.detectorRules.map(({ id }) => id),
      ...book.thresholds.map(({ name }) => name),
      ...book.lists.map(({ name }) => name),
    ];
    for (const name of names) expect(stdout).toContain(`\n  ${name} `);
    const buyNow = `spam.yaml:${lineOf('spam.yaml', 'id: buy-now')}`;
    expect(stdout).toMatch(
      new RegExp(`spam\\.buy-now@1 +spam insert +removed +4\\.00 +all +\\d+ +${buyNow} +buy-now advert line\n`),
    );
    const words = `thresholds.yaml:${lineOf('thresholds.yaml', 'name: duplicate.min_words')}`;
    expect(stdout).toMatch(new RegExp(`duplicate\\.min_words +8 +words +${words} +Shorter blocks repeat`));
    expect(stdout).toContain('review below 85.00, reject below 25.00');
  });

  it('gives the same to programs', async () => {
    const list = JSON.parse((await runInside(['rules', 'list', '--format', 'json', withExtra(EXTRA)])).stdout);
    expect(list.rules.find((rule: { id: string }) => rule.id === 'extra.pigeon-post@1')).toMatchObject({
      kind: 'spam_insert',
      action: 'removed',
      points: 2.5,
      pointsFrom: 'rule',
      zones: ['header', 'body', 'tail'],
      file: 'extra.yaml',
      line: 4,
      examples: { match: ['Pigeon Post delivers!'] },
    });
    expect(list.thresholds).toContainEqual(expect.objectContaining({ name: 'duplicate.min_words', value: 8, step: 1 }));
    expect(list.detectorRules).toContainEqual(expect.objectContaining({ id: 'source.byline@1', points: 0 }));
    expect(list.ruleset).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('takes the folder from COPYDESK_RULES, and "shipped" for its own', async () => {
    const env = { COPYDESK_RULES: withExtra(EXTRA) };
    expect((await runInside(['rules', 'list'], '', { env })).stdout).toContain('extra.pigeon-post@1');
    expect((await runInside(['rules', 'list', 'shipped'], '', { env })).stdout).not.toContain('extra.pigeon-post@1');
  });

  it('writes a file, and lists rules whose examples fail', async () => {
    const output = join(temporaryFolder(), 'list.txt');
    const folder = withExtra(EXTRA.replace('Pigeon Post delivers!', 'Nothing.'));
    expect(await runInside(['rules', 'list', folder, '--output', output])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(output, 'utf8')).toContain('extra.pigeon-post@1');
  });
});

describe('copydesk rules test', () => {
  it('names every example that fails with its place', async () => {
    const folder = withExtra(
      EXTRA.replace('Pigeon Post delivers!', 'Nothing.').replace(
        '"The pigeon came by post."',
        '"Pigeon post delivers", "Order now and save!"',
      ),
    );
    const { code, stdout, stderr } = await runInside(['rules', 'test', folder]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain(
      'extra.yaml:4: extra.pigeon-post@1, examples.match[0]: this text must match, and does not\n    Nothing.\n',
    );
    expect(stdout).toContain('examples.allow[0]: this text must not match, and does\n    Pigeon post delivers\n');
    expect(stdout).toContain('examples.allow[1]: this text must not match, and spam.buy-now@1 does\n    Order now and save!\n');
    expect(stdout).toMatch(/: 3 failed\n$/u);
  });

  it('says the same to programs', async () => {
    const folder = withExtra(EXTRA.replace('Pigeon Post delivers!', 'Nothing.'));
    const { code, stdout } = await runInside(['rules', 'test', '--format', 'json', folder]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      failedExamples: [{ rule: 'extra.pigeon-post@1', file: 'extra.yaml', line: 4, example: 'match[0]', text: 'Nothing.' }],
      failedArticles: [],
    });
  });

  it('leaves the clean articles shipped alone, and fails where a threshold makes it find something in them', async () => {
    const clean = readdirSync(new URL('../../rules/clean/', import.meta.url));
    const { stdout } = await runInside(['rules', 'test']);
    expect(stdout).toContain(` ${clean.length} clean articles: all hold`);
    const eager = rulesFolder([
      'thresholds.yaml',
      /name: duplicate\.min_words\n {4}value: 8/u,
      'name: duplicate.min_words\n    value: 3',
    ]);
    writeFileSync(
      join(eager, 'extra.yaml'),
      EXTRA.replace('"pigeon post delivers"', '"pigeon post delivers", "mud and mussels"'),
    );
    const run = await runInside(['rules', 'test', eager]);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(
      /extra\.yaml:4: extra\.pigeon-post@1: removed in a clean article, .*old-songs\.txt:6: pigeon post advert\n {4}mud and mussels/u,
    );
  });

  it("holds the rules to a person's own clean articles", async () => {
    const own = temporaryFolder({
      'a.txt':
        'A quiet day in Merrow\n\nNothing happened in the harbour on Tuesday, and nobody minded.\n\nOrder now and save\n\nOn Wednesday it rained, which the farmers had asked for since the beginning of May.\n',
      'b.ndjson': `${JSON.stringify({ id: 'b-1', text: 'Quiet words about nothing much.' })}\n`,
    });
    const { code, stdout } = await runInside(['rules', 'test', '--clean', join(own, 'a.txt'), '--clean', join(own, 'b.ndjson')]);
    expect(code).toBe(1);
    expect(stdout).toContain(`spam.yaml:${lineOf('spam.yaml', 'id: buy-now')}: spam.buy-now@1: removed in a clean article, `);
    expect(stdout).toContain('a.txt:5: buy-now advert line\n    Order now and save\n');
    expect(stdout).not.toContain('b-1');
  });

  it('tells of clean articles that cannot be read', async () => {
    const { code, stdout, stderr } = await runInside(['rules', 'test', '--clean', 'no-such-file.txt']);
    expect(code).toBe(66);
    expect(stderr).toBe('copydesk: no-such-file.txt: no such file or folder\n');
    expect(stdout).toContain('all hold');
  });
});

describe('copydesk rules explain', () => {
  it('says of a rule what it looks for, where, at what price, and its proof', async () => {
    const { code, stdout } = await runInside(['rules', 'explain', 'pigeon-post', '--rules', withExtra(EXTRA)]);
    expect(code).toBe(0);
    expect(stdout).toContain('extra.pigeon-post@1  spam insert, removed\n  pigeon post advert\n  extra.yaml:4\n');
    expect(stdout).toContain('Looks for\n  pigeon post delivers\n');
    expect(stdout).toContain('2.50 for each finding (stated for this rule)');
    expect(stdout).toContain('finds   Pigeon Post delivers!\n  leaves  The pigeon came by post.\n');
  });

  it.each([
    ['spam.buy-now@1', 'anywhere in a block of at most 14 words, everywhere in the article'],
    ['spam.buy-now', 'spam.buy-now@1'],
    ['garbage.random-line', 'garbage.line_probability = '],
    ['duplicate.min_words', 'duplicate.exact@1  says word for word'],
    ['page.menu', 'page.navigation-run@1'],
    ['spam_insert', 'spam.buy-now@1  buy-now advert line'],
  ])('explains %s', async (name, shown) => {
    const { code, stdout } = await runInside(['rules', 'explain', name]);
    expect(code).toBe(0);
    expect(stdout).toContain(shown);
    expect(JSON.parse((await runInside(['rules', 'explain', name, '--format', 'json'])).stdout)).toHaveProperty('entry');
  });

  it.each([
    ['spam.buy-nwo', 'did you mean spam.buy-now?'],
    ['quite-unknown-thing', '`copydesk rules list` shows all'],
    ['min_words', 'it could be '],
  ])('refuses %s with 64 and a hint', async (name, hint) => {
    const { code, stderr } = await runInside(['rules', 'explain', name]);
    expect(code).toBe(64);
    expect(stderr).toContain(hint);
  });

  it('shows where a rule speaks in an article', async () => {
    const { stdout } = await runInside(['rules', 'explain', 'spam.exchange-discount', '--article', CUP]);
    const { findings } = moderate({ id: CUP, text: CUP_TEXT }, { ruleset: book.ruleset });
    const ids = findings.filter(({ rule }) => rule === 'spam.exchange-discount@1').map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect([...stdout.matchAll(/^(f\d+) of /gmu)].map(([, id]) => id)).toEqual(ids);
    const silent = book.rules.find(({ rule }) => !findings.some((finding) => finding.rule === rule.id))?.rule.id ?? '';
    const nothing = await runInside(['rules', 'explain', silent, '--article', CUP]);
    expect(nothing.stdout).toContain('It finds nothing in this article.');
  });

  it('says of each finding where it stands and how its points came about', async () => {
    const checked = JSON.parse((await runInside(['check', '--format', 'json', CUP])).stdout);
    for (const { id, start, end, rule, points } of checked.findings) {
      const { code, stdout } = await runInside(['rules', 'explain', id, '--article', CUP]);
      expect(code).toBe(0);
      const line = CUP_TEXT.slice(0, start).split('\n').length;
      expect(stdout).toContain(`${id} of ${CUP}`);
      expect(stdout).toContain(`  ${line}:`);
      expect(stdout).toContain(`  │ ${CUP_TEXT.slice(start, Math.min(end, start + 40)).trim()}`);
      expect(stdout).toContain(rule);
      expect(stdout).toContain(`\nPoints: ${points.toFixed(2)}\n  1. `);
    }
  });

  it('takes a result on standard input: one, a list, or one a line', async () => {
    const json = (await runInside(['check', '--format', 'json', CUP])).stdout;
    const result = JSON.parse(json);
    const flagged = result.findings.find(({ action }: { action: string }) => action === 'flagged');
    for (const input of [json, `[${json}]`, `${JSON.stringify(result)}\n`]) {
      const { code, stdout } = await runInside(['rules', 'explain', flagged.id], input);
      expect(code).toBe(0);
      expect(stdout).toContain(`code units ${flagged.start} to ${flagged.end} of the original`);
      expect(stdout).toContain(CUP_TEXT.slice(flagged.start, flagged.start + 40));
    }
    const gone = await runInside(['rules', 'explain', 'f1'], json);
    expect(gone.stdout).toContain('the words are gone from the result; --article FILE shows them');
    const file = join(temporaryFolder({ 'result.json': json }), 'result.json');
    const both = await runInside(['rules', 'explain', 'f1', '--result', file, '--article', CUP, '--format', 'json']);
    expect(JSON.parse(both.stdout)).toMatchObject({
      article: CUP,
      points: { steps: expect.any(Array) },
      place: { line: expect.any(Number) },
    });
  });

  it.each([
    ['f1', 'not json', 65, 'standard input is not JSON; hand in what `copydesk check --format json`'],
    ['f1', '', 65, 'standard input is no result (nothing was handed in)'],
    ['f1', '{"schema":1}', 65, 'standard input is no result (schema: '],
  ])('refuses %s of %j', async (id, input, code, message) => {
    const run = await runInside(['rules', 'explain', id], input);
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(message);
  });

  it('refuses a finding, an article or rules that do not belong to the result', async () => {
    const folder = temporaryFolder({
      'two.ndjson': '{"id":"a","text":"One."}\n{"id":"b","text":"Two."}\n',
      'other.txt': 'Other.',
    });
    const json = (await runInside(['check', '--format', 'json', CUP])).stdout;
    const file = join(temporaryFolder({ 'result.json': json }), 'result.json');
    const two = join(folder, 'two.ndjson');
    const table: readonly (readonly [readonly string[], number, string])[] = [
      [['f999', '--article', CUP], 65, 'has no finding f999; it has f1, f2'],
      [['f1', '--article', two], 65, 'holds 2 articles; say with --id which: a, b'],
      [['f1', '--article', two, '--id', 'c'], 65, 'holds no article c; it holds a, b'],
      [['f1', '--article', two, '--id', 'b'], 65, 'nothing was found in it'],
      [['f1', '--article', 'nowhere.txt'], 66, 'nowhere.txt: no such file or folder'],
      [['f1', '--result', 'nowhere.json'], 66, 'nowhere.json: no such file or folder'],
      [['f1', '--result', file, '--article', join(folder, 'other.txt')], 65, 'its text is another one'],
      [['f1', '--result', file, '--rules', withExtra(EXTRA)], 65, 'name the folder it was made with (--rules)'],
    ];
    for (const [args, code, message] of table) {
      const run = await runInside(['rules', 'explain', ...args]);
      expect([args, run.code, run.stdout]).toEqual([args, code, '']);
      expect(run.stderr).toContain(message);
    }
  });

  it('shows hostile articles harmlessly', async () => {
    const text =
      'Hostile\u001b[31m title of words\n\nOrder now and save \u001b]0;x\u0007 \u202e today\n\nSome words of a text that nobody would object to, or so we think.\n';
    const file = join(temporaryFolder({ 'a.txt': text }), 'a.txt');
    const { stdout } = await runInside(['rules', 'explain', 'spam.buy-now', '--article', file]);
    expect(stdout).toContain('Order now and save ␛]0;x␇ \\u202e today');
    for (const control of ['\u001b', '\u0007', '\u202e']) expect(stdout).not.toContain(control);
  });
});
