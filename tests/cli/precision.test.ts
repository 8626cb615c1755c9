import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/service/config.ts';
import { acceptArticle } from '../../src/service/intake/accept-article.ts';
import { openStore } from '../../src/service/store/open-store.ts';
import { runInside } from './run-inside.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const env = { COPYDESK_DATA: join(folder, 'data') };
const run = (...args: readonly string[]) => runInside(['precision', ...args], '', { env });

/** Decisions on a rule: on which source, how many days ago, how many of them, and of those how many brought something back. */
const DECISIONS = [
  ['spam.exchange-discount@1', 'wire', 1, 20, 16],
  ['spam.exchange-discount@1', 'wire', 8, 20, 17],
  ['page.header-line@1', 'gazette', 1, 40, 11],
  ['page.header-line@1', 'gazette', 8, 40, 2],
  ['page.header-line@1', '\u001b[31m|red', 20, 1, 0],
  // Of rules that are there no more.
  ['spam.gone@1', 'wire', 25, 30, 30],
] as const;

/** Writes invented decisions into the store. */
async function fill(): Promise<void> {
  mkdirSync(env.COPYDESK_DATA);
  const store = await openStore(readConfig(env).store, () => undefined);
  const { article } = await acceptArticle(store.pool, () => undefined, { id: 'invented', text: 'The pilots met.' });
  const { tenant, articleId } = article.key;
  // Of an article there are as many revisions as there are decisions.
  await store.pool.query(
    `INSERT INTO copydesk.articles (tenant, article_id, revision, input, input_sha256, trace_id, received_at, changed_at, processing, review, delivery, attempt, version, external_id)
     SELECT tenant, article_id, n, input, input_sha256, trace_id, received_at, changed_at, processing, review, delivery, attempt, version, external_id
       FROM copydesk.articles, generate_series(2, 200) n WHERE article_id = $1`,
    [articleId],
  );
  let revision = 0;
  const rows = DECISIONS.flatMap(([rule, source, days, count, restored]) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ rule, source, revision: ++revision, verdict: index < restored ? 'restored' : 'removed' },
      decided_at: new Date(Date.now() - days * 86_400_000),
    })),
  );
  await store.pool.query(
    `INSERT INTO copydesk.span_verdicts (tenant, article_id, revision, number, rule, kind, verdict, spans, source, decided_at)
     SELECT $1, $2, revision, 1, rule, 'spam_insert', verdict, 1, source, decided_at FROM jsonb_to_recordset($3::jsonb)
       AS v(revision integer, rule text, verdict text, source text, decided_at timestamptz)`,
    [tenant, articleId, JSON.stringify(rows)],
  );
  await store.close();
}

describe('copydesk precision', () => {
  beforeAll(fill, 120_000);

  it('shows proposals, changes, rules, sources and both as tables', async () => {
    const { code, stdout, stderr } = await run();
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^Live precision of default, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d, in windows of 7 d$/u);
    // Wilson's interval of 46 of 121.
    expect(lines[1]).toBe(
      '151 accepted articles in which rules found something, 76 of them with something brought back or called wrong: 50.3 % (42.4 to 58.2 %)',
    );
    expect(stdout).toMatch(
      /^ {2}retire +spam\.exchange-discount@1 +everywhere +33\/40 +82\.5 % +68\.1 to 91\.3 % +surely at least 68\.1 %, from 50\.0 % on$/mu,
    );
    expect(stdout).toContain('Changes of what people bring back, of 4 compared');
    expect(stdout).toMatch(/^ {2}spam\.gone@1 \(no longer active\) +0 +0 +30 +30 +30/mu);
    expect(stdout).not.toMatch(/(?:retire|narrow) +spam\.gone/u);
    // Four are compared, two of them the same figures: 4 · 0.00672 / 2.
    expect(stdout).toMatch(/^ {2}rule +page\.header-line@1 +2\/40 +11\/40 +0\.013 +- +/mu);
    expect(stdout).toMatch(/^ {2}source +gazette +2\/40 +11\/40 +0\.013 +- +/mu);
    expect(stdout).toMatch(/^ {2}spam\.exchange-discount@1 +7 +0 +33 +40 +33 +82\.5 % .* 0\/0 17\/20 16\/20$/mu);
    expect(stdout).toMatch(/^ {2}page\.header-line@1 +␛\[31m\|red +1 +0 +0 +1 +0 +0\.0 %/mu);
    expect(stdout).not.toContain('\u001b');
  }, 60_000);

  it('cuts lists and says so, narrows the time, and gives JSON', async () => {
    const { stdout } = await run('--top', '1');
    expect(stdout.match(/… and 1 more/gu)).toHaveLength(1);
    expect(stdout.match(/… and 2 more/gu)).toHaveLength(2);
    const json = JSON.parse((await run('--since', '1w', '--window', '7d', '--format', 'json')).stdout);
    expect(json).toMatchObject({ tenant: 'default', windowDays: 7, all: { decisions: 60, restoredIn: 27 }, compared: 0 });
    expect(json.windows).toHaveLength(1);
    expect(json.proposals.entries).toMatchObject([
      { what: 'retire', rule: 'spam.exchange-discount@1', source: null, decisions: 20, restoredIn: 16 },
    ]);
  }, 60_000);

  it('draws tables in Markdown that no source breaks', async () => {
    const { stdout } = await run('--format', 'markdown');
    expect(stdout).toMatch(/^# Live precision of default/u);
    expect(stdout).toMatch(/^\| proposal \| rule \| source \| with restored \| share \| 95 % \| reason \|\n\| --- \|/mu);
    const row = stdout.split('\n').find((line) => line.includes('|red')) ?? '';
    expect(row).toContain('\\|red');
    expect(row).not.toContain('\u001b');
  }, 60_000);

  it.each<readonly [readonly string[], number, string]>([
    [['all'], 64, 'all is too many'],
    [['--since', 'monday'], 64, '--since needs days or weeks'],
    [['--since', '0d'], 64, '--since needs days or weeks'],
    [['--since', '3651d'], 64, '--since needs days or weeks'],
    [['--window', '5w'], 64, '--window must fit into --since, at most 60 times'],
    [['--since', '61d', '--window', '1d'], 64, 'at most 60 times'],
    [['--top', '0'], 64, '--top needs a whole number from 1 to 200'],
    [['--top', '201'], 64, '--top needs'],
    [['--format', 'html'], 64, 'unknown value of --format html'],
    [['--tenant', 'nobody'], 65, 'there is no tenant nobody'],
  ])(
    'refuses %j with %i',
    async (args, code, message) => {
      expect(await run(...args)).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) });
    },
    60_000,
  );

  it.each([
    ['there is none', 'nowhere', () => undefined],
    [
      'there is only the log of a command on a shared store',
      'log-only',
      (data: string) => {
        mkdirSync(data);
        writeFileSync(join(data, 'log.ndjson'), '');
      },
    ],
  ])('makes no store where %s', async (_, name, prepare) => {
    const data = join(folder, name);
    prepare(data);
    const away = await runInside(['precision'], '', { env: { COPYDESK_DATA: data } });
    expect(away).toMatchObject({ code: 78, stderr: expect.stringContaining('there is no store') });
    expect(existsSync(join(data, 'pgdata'))).toBe(false);
  });
});
