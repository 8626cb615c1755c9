import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amendArticle } from '../../../src/service/amendments/amend-article.ts';
import { decideAppeal } from '../../../src/service/review/appeals/decide-appeal.ts';
import { openAppeal } from '../../../src/service/review/appeals/open-appeal.ts';
import { claimArticle } from '../../../src/service/review/claim-article.ts';
import type { Person } from '../../../src/service/review/person.ts';
import { undoDecision } from '../../../src/service/review/undo-decision.ts';
import { judgeSpans } from '../../../src/service/review/verdicts/judge-spans.ts';
import { readRestores } from '../../../src/service/review/verdicts/read-restores.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { purgeArticle } from '../../../src/service/store/purge-article.ts';
import { readArticle } from '../../../src/service/store/read-article.ts';
import { replayArticle } from '../../../src/service/store/replay-article.ts';
import type { SqlSession } from '../../../src/service/store/sql-pool.ts';
import { availableModes } from '../test-place.ts';
import { ANN, BEN, FLAGGED, LEAD, OWNER, openReview, RESTORE, type TestReview } from './open-review.ts';

describe('what a result says of its rules', () => {
  const found = { rule: 'spam.x@1', kind: 'spam_insert', action: 'removed' } as const;
  const was = { kind: 'spam_insert', action: 'removed' } as const;

  it.each([
    [{}, 'removed', 'spam_insert'],
    [{ action: 'flagged' }, 'kept', 'spam_insert'],
    [{ action: 'repaired' }, 'removed', 'spam_insert'],
    [{ action: 'flagged', amended: { by: ['a'], as: 'kept', was } }, 'restored', 'spam_insert'],
    [{ action: 'flagged', amended: { by: ['a'], as: 'fine', was } }, 'restored', 'spam_insert'],
    [{ kind: 'boilerplate', amended: { by: ['a'], as: 'reclassified', was } }, 'removed', 'spam_insert'],
  ] as const)('%j is %s', (more, verdict, kind) => {
    expect(judgeSpans([{ ...found, ...more }])).toEqual([{ rule: 'spam.x@1', kind, verdict, spans: 1 }]);
  });

  it('counts what is said alike, and nothing that people did themselves', () => {
    const other = { ...found, rule: 'spam.y@1' };
    const own = { rule: 'editor', kind: 'editor_removal', action: 'removed', amended: { by: ['a'], as: 'removed' } } as const;
    expect(judgeSpans([found, other, found, own])).toEqual([
      { rule: 'spam.x@1', kind: 'spam_insert', verdict: 'removed', spans: 2 },
      { rule: 'spam.y@1', kind: 'spam_insert', verdict: 'removed', spans: 1 },
    ]);
  });
});

describe.each(availableModes())('verdicts on spans in the mode %s', (mode) => {
  let test: TestReview;

  beforeAll(async () => {
    test = await openReview(mode);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  const READ = `SELECT kind, verdict, spans FROM copydesk.span_verdicts WHERE article_id = $1 AND replaced_by IS NULL ORDER BY kind, rule`;
  const verdictsOn = async ({ articleId }: ArticleKey) =>
    (await test.pool.query<{ kind: string; verdict: string; spans: number }>(READ, [articleId])).rows;
  const onHidden = async (key: ArticleKey) => (await verdictsOn(key)).filter(({ kind }) => kind === 'hidden_text');
  const restore = async (person: Person, key: ArticleKey) => {
    const { state } = await claimArticle(test, person, key);
    await amendArticle(test.drafting, person, key, { fence: state.fence, amendments: [RESTORE] });
  };
  const judged = (verdict: string) => [{ kind: 'hidden_text', verdict, spans: 1 }];

  it('are written with the decision, of the result that it is about, with source and time', async () => {
    const [kept, restored, rejected] = [await test.submit(FLAGGED), await test.submit(FLAGGED), await test.submit(FLAGGED)];
    expect(await verdictsOn(kept)).toEqual([]);
    await test.decide(ANN, kept, 'accepted');
    expect(await onHidden(kept)).toEqual(judged('removed'));
    await restore(ANN, restored);
    await test.decide(ANN, restored, 'accepted');
    expect(await onHidden(restored)).toEqual(judged('restored'));
    await test.decide(ANN, rejected, 'rejected');
    expect(await verdictsOn(rejected)).toEqual([]);
    const { rows } = await test.pool.query(
      `SELECT v.source = a.source AS is_source, v.decided_at > a.received_at AS is_later, v.number = a.version AS is_number
         FROM copydesk.span_verdicts v JOIN copydesk.articles a USING (tenant, article_id, revision) WHERE v.article_id = $1 LIMIT 1`,
      [kept.articleId],
    );
    expect(rows).toEqual([{ is_source: true, is_later: true, is_number: true }]);
  });

  it('go with the decision: undone, moderated anew, purged', async () => {
    const [undone, replayed, purged] = [await test.submit(FLAGGED), await test.submit(FLAGGED), await test.submit(FLAGGED)];
    for (const key of [undone, replayed, purged]) {
      await test.decide(ANN, key, 'accepted');
      expect(await onHidden(key)).toEqual(judged('removed'));
    }
    await undoDecision(test, ANN, undone);
    await replayArticle(test.pool, test.log, replayed, { overrules: true });
    await purgeArticle(test.pool, test.log, purged);
    for (const key of [undone, replayed, purged]) expect(await verdictsOn(key)).toEqual([]);
  });

  it('are read without those of decisions undone before, however often somebody decided and undid', async () => {
    const key = await test.submit(FLAGGED);
    await restore(ANN, key);
    for (let round = 0; round < 3; round++) {
      await test.decide(ANN, key, 'accepted');
      await undoDecision(test, ANN, key);
    }
    await test.decide(ANN, key, 'accepted');
    const said = { restored_kinds: { hidden_text: 1 } };
    let read = 0;
    const counting: SqlSession = {
      query: async (text, values) => {
        const result = await test.pool.query<never>(text, values);
        read += result.rows.length;
        return result;
      },
    };
    const { version = 0 } = (await readArticle(test.pool, key))?.state ?? {};
    expect(await readRestores(counting, key, version)).toMatchObject(said);
    expect(read).toBe(1);
  }, 60_000);

  it('of a decision on an appeal take the place of those before, until it is undone', async () => {
    const key = await test.submit(FLAGGED);
    await test.decide(ANN, key, 'accepted');
    await test.endHold(key);
    await test.send();
    await openAppeal(test, OWNER, key, 'It belongs there.');
    expect(await onHidden(key)).toEqual(judged('removed'));
    await restore(BEN, key);
    const state = (await readArticle(test.pool, key))?.state;
    const wish = {
      fence: state?.fence ?? 0,
      decision: 'accepted',
      reason: null,
      upheld: true,
      result: await test.standing(key),
    } as const;
    await decideAppeal(test, BEN, key, wish);
    expect(await onHidden(key)).toEqual(judged('restored'));
    await undoDecision(test, LEAD, key);
    expect(await onHidden(key)).toEqual(judged('removed'));
    await purgeArticle(test.pool, test.log, key);
    const { rows } = await test.pool.query('SELECT FROM copydesk.span_verdicts WHERE article_id = $1', [key.articleId]);
    expect(rows).toEqual([]);
  });
});
