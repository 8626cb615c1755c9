import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';
import { toArticleHtml } from '../../src/moderation/report/to-article-html.ts';
import { toReport } from '../../src/moderation/report/to-report.ts';
import { amendmentsSchema } from '../../src/schema/amendments-schema.ts';

/** What becomes of an article that people amended; findings as golden articles state them, those alone that people changed. */
interface Expected {
  readonly verdict: string;
  readonly score: number;
  /** Name and type. */
  readonly entities: readonly string[];
  /** By id: `applied`, or the reason why not. */
  readonly effects: Readonly<Record<string, string>>;
  readonly amended: readonly object[];
}

const ruleset = loadRuleset();
const FOLDER = new URL('amended/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');

const articles = readdirSync(FOLDER)
  .sort()
  .map((name) => {
    const format = readdirSync(new URL(`${name}/`, FOLDER)).includes('original.html') ? 'html' : 'text';
    const original = read(`${name}/original.${format === 'html' ? 'html' : 'txt'}`);
    const amendments = amendmentsSchema.parse(JSON.parse(read(`${name}/amendments.json`)));
    const expected: Expected = JSON.parse(read(`${name}/expected.json`));
    return { name, format, original, amendments, cleaned: read(`${name}/cleaned.txt`), expected } as const;
  });

describe.each(articles)('the amended article $name', ({ format, original, amendments, cleaned, expected }) => {
  const result = moderate({ id: 'a', text: original, format }, { ruleset, amendments });

  it('has the expected text, in every form', () => {
    expect(result.text).toBe(cleaned);
    const html = toArticleHtml(result, original);
    expect(html).not.toContain('<at>');
    const lines = html.replace(/<[^<>]+>/gu, '').replaceAll('&lt;', '<').replaceAll('&amp;', '&').split('\n');
    expect(lines.map((line) => line.trim()).filter((line) => line !== '')).toEqual(cleaned.split('\n\n'));
  });

  it('has the expected findings of people, score and verdict', () => {
    const found = result.findings.flatMap(({ kind, action, points, amended, start, end }) =>
      amended ? [{ kind, action, points, as: amended.as, text: original.slice(start, end) }] : [],
    );
    expect(found).toEqual(expected.amended);
    expect(result.quality.score).toBe(expected.score);
    expect(result.verdict.outcome).toBe(expected.verdict);
  });

  it('says what became of each amendment', () => {
    const effects = Object.fromEntries(result.amendments?.map(({ id, effect, reason }) => [id, reason ?? effect]) ?? []);
    expect(effects).toEqual(expected.effects);
    expect(result.entities.map(({ name, type }) => `${name} ${type}`)).toEqual(expected.entities);
    const report = toReport(result, original, { colour: false });
    for (const { id } of amendments) expect(report).toContain(`${id}: `);
  });
});

it('there are articles that people amended', () => {
  expect(articles.length).toBeGreaterThan(1);
});
