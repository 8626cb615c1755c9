import { describe, expect, it } from 'vitest';
import { loadRuleset, moderate } from '../../src/index.ts';
import { toMarkdown } from '../../src/moderation/report/to-markdown.ts';
import { readMarkdownArticles } from './read-markdown-articles.ts';

const ruleset = loadRuleset();
const check = (text: string) => moderate({ id: 'a', text, format: 'markdown' }, { ruleset });

describe.each(readMarkdownArticles())('the Markdown article $name', (article) => {
  const { original, cleaned, cleanedMarkdown, verdict, findings } = article;
  const result = check(original);

  it('is cleaned to the expected text', () => {
    expect(result.text).toBe(cleaned);
  });

  it('comes back as Markdown with nothing but the cleaning done', () => {
    expect(toMarkdown(result, original)).toBe(cleanedMarkdown);
  });

  it('has exactly the expected findings, each on its text', () => {
    const found = result.findings.map(({ kind, action, start, end }) => ({ kind, action, text: original.slice(start, end) }));
    expect(found).toEqual(findings);
  });

  it('gets the expected verdict', () => {
    expect(result.verdict.outcome).toBe(verdict);
  });

  it('is settled: its Markdown is cleaned no further', () => {
    const again = check(cleanedMarkdown);
    expect(again.text).toBe(cleaned);
    expect(toMarkdown(again, cleanedMarkdown)).toBe(cleanedMarkdown);
  });
});
