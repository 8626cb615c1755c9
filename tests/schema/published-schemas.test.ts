import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleFormat, loadRuleset, moderate } from '../../src/index.ts';
import type { ModeratedArticle } from '../../src/moderation/model/moderated-article.ts';
import { articleSchema } from '../../src/schema/article-schema.ts';
import { moderatedArticleSchema } from '../../src/schema/moderated-article-schema.ts';
import { publishedSchemas } from '../../src/schema/published-schemas.ts';
import { writeResultPage } from '../../src/schema/write-result-page.ts';
import { readGoldenArticles } from '../golden/read-golden-articles.ts';
import { arbitraryArticleText } from '../properties/arbitrary-article.ts';

const SCHEMAS = new URL('../../schemas/', import.meta.url);
const EXAMPLES = new URL('../../examples/', import.meta.url);
const ruleset = loadRuleset();
const check = (text: string, format: ArticleFormat = 'text'): ModeratedArticle =>
  moderate({ id: 'a', text, format }, { ruleset });
const examples = readdirSync(EXAMPLES).map((file) => readFileSync(new URL(file, EXAMPLES), 'utf8'));

function compile(file: string): (value: unknown) => readonly string[] {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(new URL(file, SCHEMAS), 'utf8')));
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`));
}

describe('the published schemas', () => {
  it('are the files of schemas/, byte for byte', () => {
    const published = publishedSchemas();
    expect(published.map(({ file }) => file).sort()).toEqual(
      expect.arrayContaining(['article-1.schema.json', 'moderated-article-1.schema.json']),
    );
    for (const { file, content } of published) expect(readFileSync(new URL(file, SCHEMAS), 'utf8')).toBe(content);
  });

  it('are told of as a page, which is docs/result.md', () => {
    expect(readFileSync(new URL('../../docs/result.md', import.meta.url), 'utf8')).toBe(writeResultPage());
    expect(writeResultPage()).toContain('| `findings[].points` | number |');
  });

  it('name themselves, their dialect and what they are', () => {
    for (const { content } of publishedSchemas()) {
      expect(JSON.parse(content)).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: expect.stringMatching(/^urn:copydesk:schema:/),
        title: expect.any(String),
        description: expect.any(String),
      });
    }
  });
});

describe('the schema of a result', () => {
  const faultsOf = compile('moderated-article-1.schema.json');

  it('holds for every golden article and example', () => {
    const golden = readGoldenArticles().map(({ original, format }) => check(original, format));
    const results = [...examples.map((text) => check(text)), ...golden];
    expect(results.length).toBeGreaterThan(7);
    for (const result of results) {
      expect(faultsOf(JSON.parse(JSON.stringify(result)))).toEqual([]);
      expect(moderatedArticleSchema.parse(result)).toEqual(result);
    }
  });

  it('holds for any article', () => {
    fc.assert(
      fc.property(arbitraryArticleText, (text) => {
        expect(faultsOf(JSON.parse(JSON.stringify(check(text))))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  const whole = check(examples.join('\n\n'));

  it.each(Object.keys(whole))('refuses a result without %s', (key) => {
    expect(faultsOf({ ...whole, [key]: undefined })).not.toEqual([]);
    expect(faultsOf(Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key)))).not.toEqual([]);
  });

  it.each([
    ['an unknown field', { ...whole, extra: 1 }],
    ['an unknown field of the article', { ...whole, article: { ...whole.article, extra: 1 } }],
    ['another schema', { ...whole, schema: 'copydesk.moderated-article/2' }],
    ['an unknown verdict', { ...whole, verdict: { ...whole.verdict, outcome: 'maybe' } }],
    ['a score over 100', { ...whole, quality: { ...whole.quality, score: 101 } }],
    ['an offset below 0', { ...whole, edits: [{ start: -1, end: 2, replacement: '' }] }],
    ['a broken offset', { ...whole, edits: [{ start: 0.5, end: 2, replacement: '' }] }],
    ['an unknown kind of finding', { ...whole, findings: whole.findings.map((finding) => ({ ...finding, kind: 'odd' })) }],
    ['a rule without a version', { ...whole, findings: whole.findings.map((finding) => ({ ...finding, rule: 'spam.odd' })) }],
    ['a finding without evidence', { ...whole, findings: whole.findings.map(({ evidence: _, ...finding }) => finding) }],
    ['a text as points', { ...whole, findings: whole.findings.map((finding) => ({ ...finding, points: '3' })) }],
    ['an unknown type of entity', { ...whole, entities: whole.entities.map((entity) => ({ ...entity, type: 'person' })) }],
    ['a short digest', { ...whole, original: { ...whole.original, sha256: 'abc' } }],
  ])('refuses %s', (_, mutilated) => {
    expect(faultsOf(mutilated)).not.toEqual([]);
    expect(moderatedArticleSchema.safeParse(mutilated).success).toBe(false);
  });
});

describe('the schema of an article', () => {
  const faultsOf = compile('article-1.schema.json');
  const article = { id: 'a', text: 'Text.' };

  it.each([
    ['only what is needed', article],
    [
      'everything',
      { ...article, format: 'text', revision: 2, source: 's', url: 'https://a.example/', title: 't', byline: 'b', site: 'c' },
    ],
    ['an empty text', { ...article, text: '' }],
    ['a date', { ...article, publishedAt: '2024-02-29' }],
    ['a date-time', { ...article, publishedAt: '2024-02-29T12:00:00+02:00' }],
  ])('accepts %s', (_, value) => {
    expect(faultsOf(value)).toEqual([]);
    expect(articleSchema.parse(value)).toEqual(value);
  });

  it.each([
    ['no id', { text: 'Text.' }],
    ['an empty id', { ...article, id: '' }],
    ['an id of 201 characters', { ...article, id: 'a'.repeat(201) }],
    ['no text', { id: 'a' }],
    ['an unknown field', { ...article, body: '' }],
    ['null in place of nothing', { ...article, title: null }],
    ['revision 0', { ...article, revision: 0 }],
    ['a title of 2,001 characters', { ...article, title: 'a'.repeat(2001) }],
    ['an address of 2,049 characters', { ...article, url: 'a'.repeat(2049) }],
    ['an unknown format', { ...article, format: 'pdf' }],
    ['a date that is none', { ...article, publishedAt: '2023-02-29' }],
    ['a time without a zone', { ...article, publishedAt: '2024-02-29T12:00:00' }],
    ['a text over the limit', { ...article, text: 'a'.repeat(16_777_217) }],
    ['a list', [article]],
  ])('refuses %s', (_, value) => {
    expect(faultsOf(value)).not.toEqual([]);
    expect(articleSchema.safeParse(value).success).toBe(false);
  });
});
