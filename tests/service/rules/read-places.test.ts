import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlaces } from '../../../src/service/rules/read-places.ts';
import { purgeArticle } from '../../../src/service/store/purge-article.ts';
import { openTestStore, type TestStore } from '../open-test-store.ts';
import { availableModes } from '../test-place.ts';

const TENANT = 'default';
/** What the database cannot unpack. */
const toShown = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD');

describe.each(availableModes())('places with their words, in the mode %s', (mode) => {
  let test: TestStore;
  let count = 0;

  beforeAll(async () => {
    test = await openTestStore(mode);
  }, 200_000);

  afterAll(() => test.close(), 200_000);

  const accept = async (text: string) => {
    const { article } = await test.accept({ id: `article ${count++}`, title: 'A title', text });
    return article.key;
  };
  const placeIn = ({ articleId, revision }: Awaited<ReturnType<typeof accept>>, start: number, end: number) => ({
    ...{ articleId, revision, start, end },
  });

  it('are cut by the offsets of the original, whatever stands around', async () => {
    const parts = fc.constantFrom(
      'The tide',
      ' ',
      '\n',
      '"',
      '\\',
      '\\u0000',
      '\\ud800',
      '\0',
      '\u0001',
      '\t',
      'é',
      '水',
      '😀',
      '👩🏽‍🚀',
      '\ud83d',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 60 }), fc.nat(), fc.nat(700), async (texts, at, length) => {
        // A half pair beside another would be a pair.
        const pieces = texts.map((one) => (one === '\ud83d' ? `${one}x` : one));
        const text = `x${pieces.join('')}`;
        const starts = pieces.map((_, index) => 1 + pieces.slice(0, index).join('').length);
        const start = starts[at % starts.length] ?? 0;
        const end = starts.find((one) => one >= Math.min(text.length, start + length)) ?? text.length;
        const [shown] = await readPlaces(test.pool, TENANT, [placeIn(await accept(text), start, end)]);
        const { before, text: inside, after } = shown?.snippet ?? { before: '', text: '', after: '' };
        const whole = toShown(text);
        expect(inside).toBe(whole.slice(start, Math.min(end, start + 600)).replace(/[\ud800-\udbff]$/u, ''));
        expect(whole.slice(0, start).endsWith(before)).toBe(true);
        expect(whole.slice(end).startsWith(after)).toBe(true);
        expect(before.length).toBeGreaterThanOrEqual(Math.min(start, 80) - 1);
      }),
      { numRuns: 60 },
    );
  }, 200_000);

  it('have the title of the result where the article came without one', async () => {
    const { article } = await test.accept({ id: 'untitled', text: 'The tide came in at nine.' });
    await test.pool.query("UPDATE copydesk.articles SET result_title = 'Found above the text' WHERE article_id = $1", [
      article.key.articleId,
    ]);
    expect(await readPlaces(test.pool, TENANT, [placeIn(article.key, 4, 8)])).toMatchObject([{ title: 'Found above the text' }]);
  });

  it('stay in their order, and are not shown of what is gone', async () => {
    const [first, second] = [await accept('The tide came in at nine.'), await accept('Lamps of the tide, half off.')];
    const places = [placeIn(second, 0, 5), placeIn(first, 4, 8), placeIn(second, 13, 17)];
    const textsOf = async () => (await readPlaces(test.pool, TENANT, places)).map(({ snippet }) => snippet?.text);
    expect(await textsOf()).toEqual(['Lamps', 'tide', 'tide']);
    await purgeArticle(test.pool, test.log, second);
    expect(await textsOf()).toEqual([undefined, 'tide', undefined]);
    expect(await readPlaces(test.pool, 'another', places)).toMatchObject([
      { snippet: null },
      { snippet: null },
      { snippet: null },
    ]);
  });

  it('of long articles only the first are opened, and none leaves the database', async () => {
    const keys: Awaited<ReturnType<typeof accept>>[] = [];
    for (let index = 0; index < 8; index++) keys.push(await accept(`${index} ${'The tide came in at nine. '.repeat(38_000)}`));
    let characters = 0;
    const session = {
      query: async <Row>(sql: string, params?: readonly unknown[]) => {
        const answer = await test.pool.query<Row>(sql, params);
        characters += JSON.stringify(answer.rows).length;
        return answer;
      },
    };
    const shown = await readPlaces(
      session,
      TENANT,
      keys.map((key) => placeIn(key, 900_000, 900_010)),
    );
    expect(shown.filter(({ snippet }) => snippet)).toHaveLength(5);
    expect(shown[0]?.snippet?.text).toHaveLength(10);
    expect(characters).toBeLessThan(10_000);
  }, 100_000);
});
