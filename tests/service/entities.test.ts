import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { loadRecogniser, loadRuleset, moderateWith } from '../../src/index.ts';
import type { Article } from '../../src/moderation/model/article.ts';
import { moderatedArticleSchema } from '../../src/schema/moderated-article-schema.ts';
import { readResult } from '../../src/service/store/read-result.ts';
import { describeTiny, tinyFolder } from '../recognisers/onnx/tiny-model.ts';
import { expectLogContract, openTestDesk, readLog, untilOver } from './open-test-desk.ts';
import { createPlace, type TestPlace } from './test-place.ts';

const STORY =
  'Ferry pilots win their vote\n\nThe council of Aldane met at noon on Monday to hear what Ada Quill wanted, and most of the members stayed.';

async function placeForTest(): Promise<TestPlace> {
  const place = await createPlace('embedded');
  onTestFinished(place.remove);
  return place;
}

describe.each(inject('onnx') ? ['COPYDESK_ENTITIES'] : [])('the desk with a model named by %s', () => {
  it('gives the bytes of the library, from every thread', async () => {
    const place = await placeForTest();
    const entitiesFolder = tinyFolder(describeTiny({}));
    const desk = await openTestDesk(place, undefined, { entitiesFolder });
    const context = { ruleset: loadRuleset(), recogniser: await loadRecogniser(entitiesFolder) };
    try {
      const articles: readonly Article[] = Array.from({ length: 8 }, (_, at) => ({
        id: `story-${at}`,
        // The same text again in one source would be a finding that the library, which sees one article, does not have.
        source: `paper-${at}`,
        text: STORY,
        revision: 1,
      }));
      const accepted = await Promise.all(articles.map((article) => desk.accept(article)));
      for (const [at, { article }] of accepted.entries()) {
        await untilOver(desk.pool, article.key);
        const json = (await readResult(desk.pool, article.key)) ?? 'null';
        const { corpus } = moderatedArticleSchema.parse(JSON.parse(json)).provenance;
        const result = await moderateWith(articles[at] ?? { id: '', text: '' }, context);
        const expected = JSON.stringify({ ...result, provenance: { ...result.provenance, corpus } });
        expect(json).toBe(expected);
        expect(expected).toContain('"entities":"tiny@sha256:');
      }
    } finally {
      await desk.close();
    }
    expectLogContract(place);
  }, 200_000);
});

describe.each(inject('onnx') ? ['time'] : [])('the desk with a model that has too little %s', () => {
  it('says so in the log, finishes the article with its own names and asks for a person', async () => {
    const place = await placeForTest();
    const entitiesFolder = tinyFolder(describeTiny({ timeoutSeconds: 1e-9, batch: 1, window: 8 }));
    const desk = await openTestDesk(place, undefined, { entitiesFolder });
    try {
      const { article } = await desk.accept({ id: 'late', text: STORY, revision: 1 });
      await untilOver(desk.pool, article.key);
      const result = JSON.parse((await readResult(desk.pool, article.key)) ?? '{}');
      expect(result.incomplete).toEqual(['entities']);
      expect(result.provenance.models.entities).not.toContain('tiny');
    } finally {
      await desk.close();
    }
    expectLogContract(place);
    const faults = readLog(place).filter((line) => line.event === 'service.failed');
    expect(faults.map(({ component }) => component)).toEqual(['recogniser']);
  }, 200_000);
});

describe('the desk', () => {
  it('does not start with a recogniser that does not load', async () => {
    const place = await placeForTest();
    await expect(openTestDesk(place, undefined, { entitiesFolder: '/nowhere' })).rejects.toThrow(
      '/nowhere: the recogniser folder cannot be read: there is no such folder',
    );
  });
});
