import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';
import type { Article } from '../../src/moderation/model/article.ts';
import { moderatedArticleSchema } from '../../src/schema/moderated-article-schema.ts';
import { readConfig } from '../../src/service/config.ts';
import { acceptArticle } from '../../src/service/intake/accept-article.ts';
import type { Desk } from '../../src/service/open-desk.ts';
import { openTransport } from '../../src/service/queue/open-transport.ts';
import { appendEvents } from '../../src/service/store/append-events.ts';
import { inTransaction } from '../../src/service/store/in-transaction.ts';
import { openStore } from '../../src/service/store/open-store.ts';
import { insertOutbox } from '../../src/service/store/outbox.ts';
import { readArticle } from '../../src/service/store/read-article.ts';
import { readInput } from '../../src/service/store/read-input.ts';
import { readResult } from '../../src/service/store/read-result.ts';
import { openLog } from '../../src/service/telemetry/open-log.ts';
import { CANARY, expectFold, expectLogContract, openTestDesk, readLog, untilOver } from './open-test-desk.ts';
import { readEvents } from './store/read-events.ts';
import { availableModes, createPlace, type TestPlace } from './test-place.ts';

const ruleset = loadRuleset();

/** What the library says of an article by itself, but for what a desk compared it with. */
function expectBytesOfLibrary(json: string | undefined, article: Article): void {
  const { corpus } = moderatedArticleSchema.parse(JSON.parse(json ?? 'null')).provenance;
  expect(corpus).toMatchObject({ fingerprints: 'words-minhash/2', days: 30 });
  const result = moderate({ ...article, revision: article.revision ?? 1 }, { ruleset });
  expect(result.provenance.corpus).toBe(null);
  expect(json).toBe(JSON.stringify({ ...result, provenance: { ...result.provenance, corpus } }));
}

const STORY = [
  `Ferry pilots of Merrow win their vote ${CANARY}`,
  'The harbour council of Merrow met at noon on Monday to hear what the pilots wanted, and most of the members stayed.',
  '▶ [Quillbay] Transaction fee 0% discount CODE◀',
  '“We have waited for nine years,” said Odile Harnwick, who speaks for the pilots of the eastern channel.',
].join('\n\n');

describe.each(availableModes())('the desk in the mode %s', (mode) => {
  let place: TestPlace;
  let desk: Desk;

  beforeAll(async () => {
    place = await createPlace(mode, 'nothing');
    desk = await openTestDesk(place);
  }, 200_000);

  afterAll(async () => {
    await desk.close();
    expectLogContract(place);
    await place.remove();
  }, 200_000);

  it('gives the bytes of the library', async () => {
    const article: Article = {
      id: 'bytes',
      text: STORY,
      source: 'gazette',
      url: `https://example.org/?key=${CANARY}`,
      title: 'Ferry pilots',
    };
    const { article: accepted } = await desk.accept(article);
    await untilOver(desk.pool, accepted.key);
    expectBytesOfLibrary(await readResult(desk.pool, accepted.key), article);
    await expectFold(desk.pool, accepted.key);
  });

  it.each([
    ['NUL', 'A line\0 with NUL, long enough to be prose for a reader.'],
    ['a lone surrogate', 'Half a pair \ud83d stands here in a line that is long enough.'],
    ['CRLF', 'First line of the story.\r\n\r\nSecond line of the story.\r\n'],
    ['right-to-left text', 'מועצת הנמל התכנסה ביום שני כדי לשמוע את הנתבים.'],
    ['emoji', 'The pilots 🚢👩🏽‍✈️ celebrated until the morning 🎉.'],
    ['nothing', ''],
    ['only white space', ' \n\t\r\n '],
  ])('keeps %s exactly as received', async (name, text) => {
    const article: Article = { id: `odd ${name}`, text };
    const { article: accepted } = await desk.accept(article);
    const over = await untilOver(desk.pool, accepted.key);
    expect(over.state.processing).toBe('cleaned');
    expect((await readInput(desk.pool, accepted.key))?.text).toBe(text);
    expectBytesOfLibrary(await readResult(desk.pool, accepted.key), article);
  });

  it('takes the same article twice as once', async () => {
    const article: Article = { id: 'twice', text: STORY };
    const first = await desk.accept(article);
    const over = await untilOver(desk.pool, first.article.key);
    const second = await desk.accept(article);
    expect(second.isNew).toBe(false);
    expect(await readArticle(desk.pool, first.article.key)).toEqual(over);
  });

  it('takes other content under the same id as the next revision', async () => {
    const first = await desk.accept({ id: 'revised', text: STORY });
    await untilOver(desk.pool, first.article.key);
    const second = await desk.accept({ id: 'revised', text: `${STORY}\n\nA correction was added at three in the afternoon.` });
    expect(second.article.key.revision).toBe(2);
    await untilOver(desk.pool, second.article.key);
    const names = (await readEvents(desk.pool, first.article.key)).map((event) => event.name);
    expect(names.at(-1)).toBe('article.superseded');
    await expectFold(desk.pool, first.article.key);
  });

  it('refuses other content under a revision it has, an id that cannot be written, and what is too large', async () => {
    await desk.accept({ id: 'fixed', text: STORY, revision: 3 });
    await expect(desk.accept({ id: 'fixed', text: 'Other text.', revision: 3 })).rejects.toMatchObject({
      code: 'revision_conflict',
    });
    await expect(desk.accept({ id: 'bad\0id', text: STORY })).rejects.toMatchObject({ code: 'bad_id' });
    await expect(desk.accept({ id: 'x'.repeat(201), text: STORY })).rejects.toMatchObject({ code: 'bad_article' });
    await expect(desk.accept({ id: 'lines', text: 'a\n'.repeat(500_001) })).rejects.toMatchObject({ code: 'too_many_lines' });
    await expect(desk.accept({ id: 'page', text: ' '.repeat(12_000_001), format: 'html' })).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('the limit is 12000000'),
    });
    const refusals = readLog(place).filter(({ event }) => event === 'article.refused');
    expect(refusals.map(({ code }) => code)).toEqual([
      'revision_conflict',
      'bad_id',
      'bad_article',
      'too_many_lines',
      'too_large',
    ]);
  });

  it('takes a web page up to the limit', async () => {
    const text = `<p>${STORY.replaceAll(/\w{4,}/gu, '$&page')}</p>`.padEnd(12_000_000, ' ');
    const { article } = await desk.accept({ id: 'largest', text, format: 'html' });
    expect((await untilOver(desk.pool, article.key)).state.processing).toBe('cleaned');
    const { original, incomplete } = JSON.parse((await readResult(desk.pool, article.key)) ?? '{}');
    expect([original, incomplete]).toMatchObject([{ length: 12_000_000 }, []]);
  });

  it.each(['markdown', 'html'] as const)('takes %s, and keeps how its bytes became text', async (format) => {
    const encoding = { name: 'windows-1250', from: 'declared', confidence: 1, replaced: 0 } as const;
    // Words of its own: a story that came before would be found again.
    const text = STORY.replaceAll(/\w{4,}/gu, `$&${format}`);
    const article: Article = { id: `page ${format}`, text, format, encoding };
    const { article: accepted } = await desk.accept(article);
    await untilOver(desk.pool, accepted.key);
    expectBytesOfLibrary(await readResult(desk.pool, accepted.key), article);
    const { name, ...others } = encoding;
    expect((await desk.accept({ ...article, encoding: { ...others, name } })).isNew).toBe(false);
    expect((await desk.accept({ ...article, encoding: { ...encoding, name: 'koi8-r' } })).article.key.revision).toBe(2);
  });

  it('takes the highest revision there can be, and refuses what is above it', async () => {
    await desk.accept({ id: 'high', text: STORY, revision: 2_147_483_647 });
    await expect(desk.accept({ id: 'high', text: 'Other text.' })).rejects.toMatchObject({ code: 'revision_limit' });
    await expect(desk.accept({ id: 'high', text: STORY, revision: 2_147_483_648 })).rejects.toMatchObject({
      code: 'bad_article',
    });
  });

  it('accepts one of twenty equal submissions at once, and all of forty different ones', async () => {
    const equal = await Promise.all(Array.from({ length: 20 }, () => desk.accept({ id: 'race', text: STORY })));
    expect(equal.filter((accepted) => accepted.isNew)).toHaveLength(1);
    const many = await Promise.all(
      Array.from({ length: 40 }, (_, index) => desk.accept({ id: `many-${index}`, text: `${STORY} ${index}` })),
    );
    const over = await Promise.all(many.map((accepted) => untilOver(desk.pool, accepted.article.key)));
    expect(over.every((article) => article.state.processing === 'cleaned')).toBe(true);
    for (const { key } of over) await expectFold(desk.pool, key);
  }, 400_000);

  it('changes nothing when a job is delivered again', async () => {
    const { article: accepted } = await desk.accept({ id: 'again', text: STORY });
    const over = await untilOver(desk.pool, accepted.key);
    const json = await readResult(desk.pool, accepted.key);
    const transport = await openTransport(readConfig(place.env), desk.pool, () => undefined);
    await transport.queue.add([{ id: 'm-again', key: accepted.key, traceId: accepted.traceId }]);
    await insertOutbox(desk.pool, accepted.key);
    const { article: later } = await desk.accept({ id: 'after again', text: STORY });
    await untilOver(desk.pool, later.key);
    await expect.poll(async () => (await transport.queue.count()).waiting).toBe(0);
    await transport.close();
    expect(await readArticle(desk.pool, accepted.key)).toEqual(over);
    expect(await readResult(desk.pool, accepted.key)).toBe(json);
    expect((await desk.pool.query('SELECT FROM copydesk.outbox')).rows).toEqual([]);
  });

  it('leaves nothing behind when a transaction fails', async () => {
    const { key } = (await desk.accept({ id: 'twice', text: STORY })).article;
    const count = async () =>
      (await desk.pool.query<{ n: string }>('SELECT count(*) AS n FROM copydesk.outbox WHERE article_id = $1', [key.articleId]))
        .rows[0]?.n;
    const work = inTransaction(desk.pool, async (session) => {
      await insertOutbox(session, key);
      throw new Error('stop here');
    });
    await expect(work).rejects.toThrow('stop here');
    expect(await count()).toBe('0');
  });

  it('logs each step of an article with one trace', async () => {
    const { article: accepted } = await desk.accept({ id: 'traced', text: STORY });
    await untilOver(desk.pool, accepted.key);
    await expect
      .poll(() =>
        readLog(place)
          .filter((line) => line.trace_id === accepted.traceId)
          .map((line) => line.event),
      )
      .toEqual([
        'article.received',
        'article.queued',
        'processing.started',
        'article.cleaned',
        expect.stringMatching(/^article\.(?:accepted|flagged)$/u),
      ]);
  });
});

describe.each(availableModes())('a desk that meets trouble, in the mode %s', (mode) => {
  it('makes a dead letter of an article that is never done in time, and goes on', async () => {
    const place = await createPlace(mode);
    const desk = await openTestDesk(place, undefined, { deadlineSeconds: 0.001, attempts: 2 });
    const { article } = await desk.accept({ id: 'slow', text: STORY });
    const over = await untilOver(desk.pool, article.key);
    expect(over.state).toMatchObject({ processing: 'dead', attempt: 2 });
    const failures = (await readEvents(desk.pool, article.key)).filter((event) => event.name === 'processing.failed');
    expect(failures.map((event) => event.data)).toEqual([
      { attempt: 1, code: 'deadline', final: false },
      { attempt: 2, code: 'deadline', final: true, delivery: { id: expect.stringMatching(/^msg_/u), way: 'pull' } },
    ]);
    await expectFold(desk.pool, article.key);
    await desk.close();
    expectLogContract(place);
    await place.remove();
  }, 400_000);

  it('gives an article up whose last attempt a killed worker took, instead of handing it to the next', async () => {
    const place = await createPlace(mode);
    const store = await openStore(readConfig(place.env).store, () => undefined);
    const { article } = await acceptArticle(store.pool, openLog(place.logFile, 'info'), { id: 'killer', text: STORY });
    const started = { name: 'processing.started', data: { attempt: 1 } } as const;
    await inTransaction(store.pool, (session) => appendEvents(session, article, [started], new Date()));
    await store.close();
    const desk = await openTestDesk(place, undefined, { attempts: 1 });
    const over = await untilOver(desk.pool, article.key);
    expect(over.state).toMatchObject({ processing: 'dead', attempt: 1 });
    expect((await readEvents(desk.pool, article.key)).at(-1)?.data).toMatchObject({
      attempt: 1,
      code: 'unended',
      final: true,
    });
    await expectFold(desk.pool, article.key);
    await expect.poll(() => readLog(place).filter(({ event }) => event === 'processing.failed')).toHaveLength(1);
    await desk.close();
    expectLogContract(place);
    await place.remove();
  }, 400_000);

  it('finds its articles again after a restart', async () => {
    const place = await createPlace(mode, 'nothing');
    const first = await openTestDesk(place);
    const { article } = await first.accept({ id: 'kept', text: STORY });
    await untilOver(first.pool, article.key);
    const json = await readResult(first.pool, article.key);
    await first.close();
    const second = await openTestDesk(place);
    expect((await second.accept({ id: 'kept', text: STORY })).isNew).toBe(false);
    expect(await readResult(second.pool, article.key)).toBe(json);
    await second.close();
    await place.remove();
  }, 400_000);
});
