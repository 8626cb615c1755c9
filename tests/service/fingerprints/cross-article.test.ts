import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ModeratedArticle } from '../../../src/index.ts';
import type { Article } from '../../../src/moderation/model/article.ts';
import { moderatedArticleSchema } from '../../../src/schema/moderated-article-schema.ts';
import { deleteFingerprints } from '../../../src/service/fingerprints/delete-fingerprints.ts';
import { expireFingerprints } from '../../../src/service/fingerprints/expire-fingerprints.ts';
import { type Fingerprinted, toStoredKeys } from '../../../src/service/fingerprints/fingerprinted.ts';
import { findMatches } from '../../../src/service/fingerprints/gather-matches.ts';
import { storeFingerprint } from '../../../src/service/fingerprints/store-fingerprint.ts';
import { acceptArticle } from '../../../src/service/intake/accept-article.ts';
import type { Desk } from '../../../src/service/open-desk.ts';
import type { ArticleKey } from '../../../src/service/store/article-key.ts';
import { purgeArticle } from '../../../src/service/store/purge-article.ts';
import { readResult } from '../../../src/service/store/read-result.ts';
import { replayArticle } from '../../../src/service/store/replay-article.ts';
import { openLog } from '../../../src/service/telemetry/open-log.ts';
import { expandWords } from '../../rules/boundaries/expand-words.ts';
import { expectFold, expectLogContract, openTestDesk, untilOver } from '../open-test-desk.ts';
import { availableModes, createPlace, type TestPlace } from '../test-place.ts';

const COPY = 'cross_article_duplicate';

/** A story of words that no other test has: each word carries a mark of its own. */
function write(mark: string, series = 'a'): string {
  const paragraph = (from: number): string =>
    expandWords(`[[36 words of ${series} from ${from}]]`)
      .split(' ')
      .map((word, at) => (at % 2 === 0 ? `${word}${mark}` : word))
      .join(' ');
  return [`Title ${mark}`, ...[0, 40, 80].map((from) => `The ${paragraph(from)}.`)].join('\n\n');
}

describe.each(availableModes())('articles that share text, in the mode %s', (mode) => {
  let place: TestPlace;
  let desk: Desk;

  beforeAll(async () => {
    place = await createPlace(mode);
    desk = await openTestDesk(place);
    await desk.pool.query(
      `INSERT INTO copydesk.tenants (id, shares_fingerprints) VALUES ('north', true), ('south', true), ('west', false)`,
    );
  }, 200_000);

  afterAll(async () => {
    await desk.close();
    expectLogContract(place);
    await place.remove();
  }, 200_000);

  const submit = async (article: Article, tenant = 'default'): Promise<ArticleKey> => {
    const { article: accepted } = await acceptArticle(desk.pool, openLog(place.logFile, 'info'), article, tenant);
    return accepted.key;
  };
  const resultOf = async (key: ArticleKey): Promise<ModeratedArticle> => {
    await untilOver(desk.pool, key);
    await expectFold(desk.pool, key);
    return moderatedArticleSchema.parse(JSON.parse((await readResult(desk.pool, key)) ?? 'null'));
  };
  const moderate = async (article: Article, tenant?: string): Promise<ModeratedArticle> =>
    resultOf(await submit(article, tenant));
  const copiesIn = ({ findings }: ModeratedArticle) => findings.filter(({ kind }) => kind === COPY);

  it('names the article that came first, and where the text stands in both', async () => {
    const first: Article = { id: 'first', source: 'gazette', text: write('am'), publishedAt: '2026-03-01' };
    const key = await submit(first);
    expect(copiesIn(await resultOf(key))).toEqual([]);
    const second: Article = {
      id: 'second',
      source: 'herald',
      text: `Another title\n\n${write('am').split('\n\n').slice(1).join('\n\n')}`,
    };
    const result = await moderate(second);
    const [copy, ...others] = copiesIn(result);
    expect(others).toEqual([]);
    expect(copy).toMatchObject({
      rule: 'cross-article.copy@1',
      action: 'flagged',
      points: 12,
      evidence: {
        article: 'first',
        source: 'gazette',
        article_id: key.articleId,
        revision: 1,
        published_at: '2026-03-01',
        copy: 'exact',
      },
    });
    expect(copy?.evidence.share).toBeGreaterThan(0.95);
    expect(result.verdict.outcome).toBe('review');
    const { rows } = await desk.pool.query<{ last: string }>('SELECT max(id)::text AS last FROM copydesk.fingerprints');
    expect(result.provenance.corpus).toEqual({ fingerprints: 'words-minhash/2', asOf: Number(rows[0]?.last), days: 30 });
    const [from, to] = z.tuple([z.int(), z.int()]).parse(copy?.evidence.article_spans);
    expect(second.text.slice(copy?.start, copy?.end)).toBe(`${first.text.slice(from, to)}.`);
  });

  it('does not take an article for a copy of itself, revised or moderated again', async () => {
    const key = await submit({ id: 'self', text: write('bo') });
    await untilOver(desk.pool, key);
    const revised = await moderate({ id: 'self', text: `${write('bo')}\n\nA correction was added at three in the afternoon.` });
    expect(revised.article.revision).toBe(2);
    expect(copiesIn(revised)).toEqual([]);
    const second: ArticleKey = { ...key, revision: 2 };
    await replayArticle(desk.pool, openLog(place.logFile, 'info'), second);
    expect(copiesIn(await resultOf(second))).toEqual([]);
  });

  it('leaves an article its own text when it is revised after it was copied', async () => {
    await moderate({ id: 'origin', text: write('ce') });
    expect(copiesIn(await moderate({ id: 'thief', text: write('ce') }))).toHaveLength(1);
    expect(
      copiesIn(await moderate({ id: 'origin', text: `${write('ce')}\n\nA correction was added later on that day.` })),
    ).toEqual([]);
  });

  it('keeps tenants apart unless both allow it, and then names nobody', async () => {
    await moderate({ id: 'private', text: write('du') }, 'west');
    expect(copiesIn(await moderate({ id: 'sibling', text: write('du') }, 'north'))).toEqual([]);
    const [copy] = copiesIn(await moderate({ id: 'shared', text: write('du') }, 'south'));
    expect(copy?.evidence).toMatchObject({ publisher: 'another publisher', copy: 'exact' });
    expect(JSON.stringify(copy)).not.toMatch(/sibling|art_|article_spans/u);
    expect(copiesIn(await moderate({ id: 'default', text: write('du') }))).toEqual([]);
  });

  it('finds nothing of an article that is purged', async () => {
    const key = await submit({ id: 'gone', text: write('en') });
    await untilOver(desk.pool, key);
    await purgeArticle(desk.pool, openLog(place.logFile, 'info'), key);
    expect(copiesIn(await moderate({ id: 'after', text: write('en') }))).toEqual([]);
    const { rows } = await desk.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM copydesk.fingerprint_keys k
        WHERE NOT EXISTS (SELECT FROM copydesk.fingerprints f WHERE f.id = k.fingerprint)`,
    );
    expect(rows[0]?.count).toBe(0);
  });

  it('forgets what is too old, a few at a time', async () => {
    const key = await submit({ id: 'old', text: write('fa') });
    await untilOver(desk.pool, key);
    await desk.pool.query(
      `UPDATE copydesk.fingerprints SET stored_at = now() - interval '31 days' WHERE tenant = 'default' AND article_id = $1`,
      [key.articleId],
    );
    expect(await expireFingerprints(desk.pool, 32, 10)).toBe(0);
    expect(await expireFingerprints(desk.pool, 30, 10)).toBe(1);
    expect(await expireFingerprints(desk.pool, 30, 10)).toBe(0);
    expect(copiesIn(await moderate({ id: 'new', text: write('fa') }))).toEqual([]);
  });

  it('names what an article was copied from, however often it is revised', async () => {
    await moderate({ id: 'source of many', text: write('ja') });
    for (let revision = 1; revision <= 24; revision++) {
      const text = `${write('ja')}\n\nCorrection ${revision} was added at three in the afternoon.`;
      const [copy] = copiesIn(await moderate({ id: 'often revised', text }));
      expect(copy?.evidence.article, `revision ${revision}`).toBe('source of many');
    }
    const [other] = copiesIn(await moderate({ id: 'third', text: write('ja') }));
    expect(other?.evidence.article).toMatch(/^(?:source of many|often revised)$/u);
  }, 200_000);

  it('leaves an article its own text when it is moderated again, or revised, after its fingerprint has expired', async () => {
    const key = await submit({ id: 'expired', text: write('ka') });
    await untilOver(desk.pool, key);
    const age = `now() - interval '31 days'`;
    for (const change of [`fingerprints SET stored_at = ${age}`, `articles SET received_at = ${age}`]) {
      await desk.pool.query(`UPDATE copydesk.${change} WHERE article_id = $1`, [key.articleId]);
    }
    expect(copiesIn(await moderate({ id: 'copy of expired', text: write('ka') }))).toHaveLength(1);
    const expire = () => expireFingerprints(desk.pool, 30, 10);
    expect(await expire()).toBe(1);
    const text = `${write('ka')}\n\nA correction was added at three in the afternoon.`;
    expect(copiesIn(await moderate({ id: 'another copy', text: write('ka') }))).not.toEqual([]);
    await replayArticle(desk.pool, openLog(place.logFile, 'info'), key);
    expect(copiesIn(await resultOf(key))).toEqual([]);
    const revised = await moderate({ id: 'expired', text });
    expect(revised.article.revision).toBe(2);
    expect(copiesIn(revised)).toEqual([]);
    // Nothing is left to tell since when it has the text but that it came first.
    await deleteFingerprints(desk.pool, [key, { ...key, revision: 2 }]);
    expect(copiesIn(await moderate({ id: 'expired', text: `${text} Another one came at four.` }))).toEqual([]);
  });

  /** The articles that are compared with one of these keys, of which others of the tenant have some, in the order in which they came. */
  const compare = async (tenant: string, mark: string, own: readonly string[], others: readonly (readonly string[])[]) => {
    const store = async (id: string, keys: readonly string[]): Promise<Fingerprinted> => {
      const key = await submit({ id, text: write(`${mark}${id}`) }, tenant);
      await untilOver(desk.pool, key);
      await deleteFingerprints(desk.pool, [key]);
      const fingerprint = { version: 'words-minhash/2', keys, lines: [], words: 100, paragraphs: new Uint8Array(0) };
      const article = { key, externalId: id, source: '', publishedAt: undefined, fingerprint };
      await storeFingerprint(desk.pool, article, toStoredKeys(article));
      return article;
    };
    for (const [at, keys] of others.entries()) await store(`${mark} ${at}`, keys);
    const { articles } = await findMatches(desk.pool, await store(`${mark} own`, own), 30);
    return articles.map(({ name }) => Number(name?.externalId.split(' ')[1]));
  };

  it('compares few articles that share one key, and the copy among many', async () => {
    // The first is a copy; the others each have a phrase that nobody else has.
    const chance = ['11', '12', '13', '14', '15', '16'].map((key) => [key]);
    expect(await compare('default', 'la', ['11', '12', '13', '14', '15', '16', '1', '2'], [['1', '2'], ...chance])).toEqual([
      0, 5, 6,
    ]);
  }, 60_000);

  it('counts a key once that is known in two scopes', async () => {
    const chance = ['21', '22', '23', '24', '25'].map((key) => [key]);
    expect(await compare('north', 'le', ['21', '22', '23', '24', '25'], chance)).toEqual([3, 4]);
  }, 60_000);

  it('is seen by one of two at least when they come at once', async () => {
    const keys = await Promise.all(['one', 'two'].map((id) => submit({ id: `race ${id}`, text: write('gi') })));
    const results = await Promise.all(keys.map(resultOf));
    expect(results.flatMap(copiesIn).length).toBeGreaterThan(0);
  });

  it('counts the articles of a source that hold a line', async () => {
    const line = '★ Win a journey to the Isles of Merrow ★';
    const texts = ['ha', 'he', 'hi', 'ho'].map((mark) => {
      const [title, first, ...rest] = write(mark).split('\n\n');
      return [title, first, line, ...rest].join('\n\n');
    });
    const results: ModeratedArticle[] = [];
    for (const [at, text] of texts.entries()) results.push(await moderate({ id: `insert ${at}`, source: 'post', text }));
    const rules = results.map(({ findings }) => findings.map(({ rule, action }) => `${rule} ${action}`));
    expect(rules.slice(0, 3)).toEqual([[], [], []]);
    expect(rules[3]).toEqual(['insert.framed-in-source@1 removed']);
    expect(results[3]?.findings[0]?.evidence).toMatchObject({
      articles_with_it: 3,
      found_in: ['insert 0', 'insert 1', 'insert 2'],
    });
    const elsewhere = await moderate({ id: 'insert 5', source: 'mail', text: `${write('hu')}\n\n${line}\n\n${write('hy')}` });
    expect(elsewhere.findings.filter(({ rule }) => rule.includes('in-source'))).toEqual([]);
  });
});
