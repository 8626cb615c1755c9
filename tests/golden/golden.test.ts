import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ArticleFormat, loadRuleset, moderate } from '../../src/index.ts';
import { readGoldenArticles } from './read-golden-articles.ts';

const ruleset = loadRuleset();
const check = (text: string, format: ArticleFormat = 'text') => moderate({ id: 'a', text, format }, { ruleset });

describe.each(readGoldenArticles())('the golden article $name', ({ format, original, cleaned, verdict, findings }) => {
  const result = check(original, format);

  it('is cleaned to the expected text', () => {
    expect(result.text).toBe(cleaned);
  });

  it('has exactly the expected findings, each on its text', () => {
    const found = result.findings.map(({ kind, action, start, end }) => ({ kind, action, text: original.slice(start, end) }));
    expect(found).toEqual(findings);
  });

  it('gets the expected verdict', () => {
    expect(result.verdict.outcome).toBe(verdict);
  });

  it('is its original with the edits carried out', () => {
    let at = 0;
    const parts = result.edits.map(({ start, end, replacement }) => {
      const kept = original.slice(at, start);
      at = end;
      return kept + replacement;
    });
    expect(parts.join('') + original.slice(at)).toBe(result.text);
  });
});

// A page's text lacks the tags that said where its lines and tables end.
describe.each(readGoldenArticles().filter(({ format }) => format === 'text'))('the golden text $name', ({ cleaned }) => {
  it('is settled: its cleaned text is cleaned no further', () => {
    expect(check(cleaned).text).toBe(cleaned);
  });
});

/** What each example is there to show. */
const EXAMPLES = [
  { file: '01-ice-core.txt', outcome: 'publish', kinds: ['boilerplate'] },
  {
    file: '02-night-train.txt',
    outcome: 'review',
    kinds: ['boilerplate', 'duplicate', 'garbage_token', 'near_duplicate', 'slug_line', 'spam_insert', 'title_repeat'],
  },
  {
    file: '03-cup-final.txt',
    outcome: 'reject',
    kinds: ['boilerplate', 'duplicate', 'garbage_token', 'leftover', 'near_duplicate', 'slug_line', 'spam_insert', 'title_repeat'],
  },
];

describe.each(EXAMPLES)('the example $file', ({ file, outcome, kinds }) => {
  const original = readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8');
  const result = check(original);

  it(`goes to ${outcome}`, () => {
    expect(result.verdict.outcome).toBe(outcome);
  });

  it('shows its faults and no others', () => {
    expect([...new Set(result.findings.map((finding) => finding.kind))].sort()).toEqual(kinds);
  });

  it('keeps one title and one copy of every sentence', () => {
    const title = result.article.title ?? '';
    expect(result.text.startsWith(title)).toBe(true);
    expect(result.text.split(title)).toHaveLength(2);
  });

  it('names people, and neither the advertiser nor the site', () => {
    const names = result.entities.map((entity) => entity.name);
    expect(result.entities.filter((entity) => entity.type === 'PER').length).toBeGreaterThanOrEqual(3);
    expect(names.filter((name) => /Brightvault|Zenbarter|Sunhill|Casino|daily-junction|kickoff-ticker/.test(name))).toEqual([]);
  });
});
