import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amendArticle } from '../../../../src/service/amendments/amend-article.ts';
import { claimArticle } from '../../../../src/service/review/claim-article.ts';
import { undoDecision } from '../../../../src/service/review/undo-decision.ts';
import type { PrecisionReport } from '../../../../src/service/rules/precision/precision-report.ts';
import { readPatterns } from '../../../../src/service/rules/precision/read-patterns.ts';
import { readPrecision } from '../../../../src/service/rules/precision/read-precision.ts';
import type { ArticleKey } from '../../../../src/service/store/article-key.ts';
import { ANN, FLAGGED, openReview, RESTORE, type TestReview } from '../../review/open-review.ts';
import { availableModes } from '../../test-place.ts';

const NOW = new Date('2026-11-26T12:00:00Z');
const HOUR_MS = 3_600_000;
const TENANT = 'hooked';
const OWN = new Set(['spam.a@1', 'page.c@1']);
const WISH = { tenant: TENANT, days: 28, windowDays: 7, top: 200, own: OWN };
const SOURCES = ['', 'gazette', 'wire'];

/** A row of an invented decision. */
interface Verdict {
  readonly article: number;
  readonly rule: string;
  readonly kind: string;
  readonly verdict: string;
  readonly spans: number;
}

/** A decision on an article: its verdicts, and how many hours ago it was. */
interface Decision {
  readonly hours: number;
  readonly isReplaced: boolean;
  readonly verdicts: readonly Omit<Verdict, 'article'>[];
}

const verdict = fc.record({
  rule: fc.constantFrom('spam.a@1', 'spam.b@1', 'page.c@1'),
  kind: fc.constantFrom('spam_insert', 'boilerplate'),
  verdict: fc.constantFrom('removed', 'kept', 'restored'),
  spans: fc.integer({ min: 1, max: 9 }),
});
const decision = fc.record({
  hours: fc.integer({ min: 0, max: 40 * 24 }),
  isReplaced: fc.boolean(),
  verdicts: fc.uniqueArray(verdict, { selector: (one) => `${one.rule} ${one.kind} ${one.verdict}`, maxLength: 5 }),
});
const ARTICLES = 24;

describe.each(availableModes())('the precision of a tenant in the mode %s', (mode) => {
  let test: TestReview;
  let keys: readonly ArticleKey[];

  beforeAll(async () => {
    test = await openReview(mode);
    const made: ArticleKey[] = [];
    for (let count = 0; count < ARTICLES; count++) {
      made.push((await test.accept({ id: `invented ${count}`, text: 'The pilots met.' }, TENANT)).article.key);
    }
    keys = made;
  }, 200_000);
  afterAll(() => test.close(), 200_000);
  beforeEach(() => test.pool.query('DELETE FROM copydesk.span_verdicts'));

  const sourceOf = (article: number) => SOURCES[article % SOURCES.length];

  const write = (decisions: readonly Decision[]) => {
    const rows = decisions.flatMap(({ hours, isReplaced, verdicts }, article) =>
      verdicts.map((one) => ({
        ...{ ...one, article_id: keys[article]?.articleId, source: sourceOf(article), replaced_by: isReplaced ? 9 : null },
        decided_at: new Date(NOW.getTime() - hours * HOUR_MS),
      })),
    );
    return test.pool.query(
      `INSERT INTO copydesk.span_verdicts (tenant, article_id, revision, number, rule, kind, verdict, spans, source, decided_at, replaced_by)
       SELECT $1, article_id, 1, 8, rule, kind, verdict, spans, source, decided_at, replaced_by FROM jsonb_to_recordset($2::jsonb)
         AS v(article_id text, rule text, kind text, verdict text, spans integer, source text, decided_at timestamptz, replaced_by integer)`,
      [TENANT, JSON.stringify(rows)],
    );
  };

  /** One plain statement for each number. */
  const count = async (
    what: string,
    { rule, source }: { rule: string | null; source: string | null },
    from: string,
    until: string,
  ) => {
    const { rows } = await test.pool.query<{ n: number }>(
      `SELECT coalesce(${what}, 0)::integer AS n FROM copydesk.span_verdicts WHERE tenant = $1 AND replaced_by IS NULL
          AND ($2::text IS NULL OR rule = $2) AND ($3::text IS NULL OR source = $3) AND decided_at > $4 AND decided_at <= $5`,
      [TENANT, rule, source, from, until],
    );
    return rows[0]?.n;
  };
  const DECISIONS = 'count(DISTINCT article_id)';
  const RESTORED_IN = `count(DISTINCT article_id) FILTER (WHERE verdict = 'restored')`;

  const expectCounts = async (report: PrecisionReport) => {
    const everything = { ...report.all, rule: null, source: null };
    const { from, until } = report;
    for (const group of [everything, ...report.rules.entries, ...report.sources.entries, ...report.pairs.entries]) {
      for (const name of ['removed', 'kept', 'restored'] as const) {
        expect(group[name]).toBe(await count(`sum(spans) FILTER (WHERE verdict = '${name}')`, group, from, until));
      }
      expect(group.decisions).toBe(await count(DECISIONS, group, from, until));
      expect(group.restoredIn).toBe(await count(RESTORED_IN, group, from, until));
    }
    for (const group of [...report.rules.entries, ...report.sources.entries]) {
      for (const [index, one] of group.windows.entries()) {
        const stretch = report.windows[index];
        expect(one.decisions).toBe(await count(DECISIONS, group, stretch?.from ?? '', stretch?.until ?? ''));
        expect(one.restoredIn).toBe(await count(RESTORED_IN, group, stretch?.from ?? '', stretch?.until ?? ''));
      }
    }
    const pairs = `SELECT FROM copydesk.span_verdicts WHERE tenant = $1 AND replaced_by IS NULL AND decided_at > $2 AND decided_at <= $3`;
    for (const [columns, listed] of [
      ['rule', report.rules],
      ['source', report.sources],
      ['rule, source', report.pairs],
    ] as const) {
      const { rows } = await test.pool.query(`${pairs} GROUP BY ${columns}`, [TENANT, from, until]);
      expect([listed.entries.length, listed.more]).toEqual([rows.length, 0]);
    }
  };

  it('counts what SQL counts, whatever was decided and when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(decision, { maxLength: ARTICLES }), async (decisions) => {
        await test.pool.query('DELETE FROM copydesk.span_verdicts');
        await write(decisions);
        const report = await readPrecision(test.pool, WISH, NOW);
        expect(report).toMatchObject({ tenant: TENANT, isCut: false, until: NOW.toISOString() });
        await expectCounts(report);
      }),
      { numRuns: 12 },
    );
  }, 200_000);

  it('counts windows back from now, with the rest first', async () => {
    const at = (hours: number) => ({
      hours,
      isReplaced: false,
      verdicts: [{ rule: 'spam.a@1', kind: 'spam_insert', verdict: 'removed', spans: 1 }],
    });
    await write([0, 7 * 24 - 1, 7 * 24, 10 * 24 - 1, 10 * 24].map(at));
    const { windows, rules } = await readPrecision(test.pool, { ...WISH, days: 10 }, NOW);
    expect(windows).toEqual([
      { from: '2026-11-16T12:00:00.000Z', until: '2026-11-19T12:00:00.000Z' },
      { from: '2026-11-19T12:00:00.000Z', until: '2026-11-26T12:00:00.000Z' },
    ]);
    expect(rules.entries[0]?.windows.map(({ decisions }) => decisions)).toEqual([2, 2]);
  });

  it('follows what people do, and takes it back when they do', async () => {
    const read = () => readPrecision(test.pool, { ...WISH, days: 1, windowDays: 1 }, new Date());
    const hiddenOf = async () => (await read()).rules.entries.find(({ rule }) => rule?.includes('hidden'));
    const [kept, restored, rejected] = [await test.submit(FLAGGED), await test.submit(FLAGGED), await test.submit(FLAGGED)];
    expect((await read()).all).toMatchObject({ decisions: 0, rate: null, low: 0, high: 1 });
    await test.decide(ANN, kept, 'accepted');
    await test.decide(ANN, rejected, 'rejected');
    const { state } = await claimArticle(test, ANN, restored);
    await amendArticle(test.drafting, ANN, restored, { fence: state.fence, amendments: [RESTORE] });
    await test.decide(ANN, restored, 'accepted');
    expect(await hiddenOf()).toMatchObject({ removed: 1, restored: 1, decisions: 2, restoredIn: 1, rate: 0.5 });
    await expectCounts(await read());
    await undoDecision(test, ANN, restored);
    expect(await hiddenOf()).toMatchObject({ removed: 1, restored: 0, decisions: 1, restoredIn: 0, rate: 0 });
    expect((await readPrecision(test.pool, { ...WISH, tenant: 'default' }, new Date())).all.decisions).toBe(0);
  }, 60_000);

  it('knows which rules are active: of the desk, or learned and in this version', async () => {
    await test.pool.query(
      `INSERT INTO copydesk.learned_rules (id, tenant, name, version, state, content, sha256, article_id, revision, start_at, end_at, proposed_by, created_at, changed_at)
       SELECT 'rule_' || version, $1, 'deal', version, state, '', '', '', 1, 0, 1, 'per_1', now(), now()
         FROM (VALUES (1, 'retired'), (2, 'active')) v(version, state)`,
      [TENANT],
    );
    const names = ['spam.a@1', 'spam.a@2', 'learned.deal@1', 'learned.deal@2'];
    // All are wrong in each article: those that are active are proposed to be retired.
    await write(
      keys.map((_, at) => ({
        ...{ hours: at, isReplaced: false },
        verdicts: names.map((rule) => ({ rule, kind: 'spam_insert', verdict: 'restored', spans: 1 })),
      })),
    );
    const { rules, pairs, proposals } = await readPrecision(test.pool, WISH, NOW);
    const active = new Map(rules.entries.map(({ rule, isActive }) => [rule, isActive]));
    expect(names.map((name) => active.get(name))).toEqual([true, false, false, true]);
    expect(new Set(pairs.entries.filter(({ isActive }) => isActive).map(({ rule }) => rule)).size).toBe(2);
    expect(proposals.entries.map(({ rule }) => rule).sort()).toEqual(['learned.deal@2', 'spam.a@1']);
  }, 60_000);

  it('counts articles by source, time and what was found in them, decided on or not', async () => {
    const until = new Date('2027-03-01T00:00:00Z');
    const day = 86_400_000;
    const came = keys.map((key, at) => ({
      id: key.articleId,
      received_at: new Date(until.getTime() - (at < 12 ? 1 : 8 + (at % 3)) * day),
      kinds: at < 12 && at > 0 ? ['spam_insert', 'encoding'] : [],
    }));
    await test.pool.query(
      `UPDATE copydesk.articles a SET received_at = c.received_at, kinds = c.kinds, source = 'gazette', processing = 'cleaned'
         FROM jsonb_to_recordset($1::jsonb) AS c(id text, received_at timestamptz, kinds text[]) WHERE a.article_id = c.id`,
      [JSON.stringify(came)],
    );
    const { patterns } = await readPrecision(test.pool, { ...WISH, days: 14 }, until);
    expect(patterns).toMatchObject({ articles: 24, isCut: false, compared: 3, more: 0 });
    const windows = [
      { articles: 12, found: 0 },
      { articles: 12, found: 11 },
    ];
    expect(patterns.entries.map(({ kind, windows: counts }) => [kind, counts])).toEqual([
      [null, windows],
      ['encoding', windows],
      ['spam_insert', windows],
    ]);
    const stretch = {
      tenant: TENANT,
      from: new Date(until.getTime() - 14 * day),
      until,
      windowSeconds: (7 * day) / 1000,
      windows: 2,
    };
    expect(await readPatterns(test.pool, stretch, 24)).toMatchObject({ articles: 24, isCut: false });
    // As many of each window: what is new of a busy tenant does not leave those before it without an article.
    const cut = await readPatterns(test.pool, stretch, 21);
    expect(cut).toMatchObject({ articles: 20, isCut: true });
    const totals = cut.counts.filter(({ kind }) => kind === null).map(({ age, articles }) => [age, articles]);
    expect(totals.sort()).toEqual([
      [0, 10],
      [1, 10],
    ]);
    // What came just when a window ended is in the one before.
    const daily = await readPatterns(test.pool, { ...stretch, windowSeconds: day / 1000, windows: 14 });
    const byDay = daily.counts.filter(({ kind }) => kind === null).map(({ age, articles }) => [age, articles] as const);
    expect(byDay.sort(([one], [next]) => one - next)).toEqual([
      [1, 12],
      [8, 4],
      [9, 4],
      [10, 4],
    ]);
    const other = await readPrecision(test.pool, { ...WISH, tenant: 'default' }, until);
    expect(other.patterns).toMatchObject({ articles: 0, entries: [] });
  }, 60_000);

  it('reads no more than it may, and says so', async () => {
    await test.pool.query(
      `INSERT INTO copydesk.span_verdicts (tenant, article_id, revision, number, rule, kind, verdict, spans, source, decided_at)
         SELECT $1, $2, 1, n, 'spam.rule-' || n, 'spam_insert', 'removed', 1, '', $3::timestamptz - n * interval '1 second' FROM generate_series(1, 510) n`,
      [TENANT, keys[0]?.articleId, NOW],
    );
    const many = await readPrecision(test.pool, { ...WISH, top: 20 }, NOW);
    expect([many.rules.entries.length, many.rules.more, many.pairs.more, many.isCut]).toEqual([20, 490, 490, false]);
    expect(await readPrecision(test.pool, WISH, NOW, 510)).toMatchObject({ isCut: false, all: { removed: 510 } });
    // The newest are those with the smallest numbers.
    const cut = await readPrecision(test.pool, WISH, NOW, 9);
    expect(cut).toMatchObject({ isCut: true, all: { removed: 9, decisions: 1 } });
    expect(cut.rules.entries.map(({ rule }) => rule)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `spam.rule-${n}`));
  }, 200_000);
});
