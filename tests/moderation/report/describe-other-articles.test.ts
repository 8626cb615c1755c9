import { describe, expect, it } from 'vitest';
import { fingerprintArticle, loadRuleset, type ModeratedArticle, moderate } from '../../../src/index.ts';
import { toPage } from '../../../src/moderation/report/to-page.ts';
import { toReport } from '../../../src/moderation/report/to-report.ts';
import { expandWords } from '../../rules/boundaries/expand-words.ts';

const ruleset = loadRuleset();
const TEXT = expandWords('Pilots of Merrow vote\n\n[[40 words of a]].\n\n[[40 words of b]].');
const { paragraphs } = fingerprintArticle({ id: 'first', text: TEXT }, { ruleset }).fingerprint;
const name = { externalId: 'first <1>', source: 'gazette', articleId: 'art_1', revision: 1, publishedAt: '2026-03-01' };

function moderateBeside(isNamed: boolean): ModeratedArticle {
  const known = { ...(isNamed && { name }), isOwn: false, order: 1, paragraphs };
  return moderate({ id: 'second', text: TEXT }, { ruleset, corpus: { recurringLines: {}, articles: [known] } });
}

describe('a report', () => {
  it('names the other article that holds the text', () => {
    const result = moderateBeside(true);
    const said = /in first <1> of gazette, 2026-03-01: exact, \d+ words, \d+ % of this article/u;
    expect(toReport(result, TEXT, { width: 200, colour: false })).toMatch(said);
    expect(toPage(result, TEXT)).toContain('in first &lt;1&gt; of gazette, 2026-03-01: exact');
  });

  it('does not name an article of another publisher', () => {
    expect(toReport(moderateBeside(false), TEXT, { width: 200, colour: false })).toMatch(
      /in an article of another publisher: exact/u,
    );
  });
});

describe('moderate', () => {
  it('gives the same bytes beside the same articles, and beside none those that it gives alone', () => {
    expect(JSON.stringify(moderateBeside(true))).toBe(JSON.stringify(moderateBeside(true)));
    const article = { id: 'second', text: TEXT };
    const alone = JSON.stringify(moderate(article, { ruleset }));
    expect(JSON.stringify(moderate(article, { ruleset, corpus: { recurringLines: {}, articles: [] } }))).toBe(alone);
    const { reading } = fingerprintArticle(article, { ruleset });
    expect(JSON.stringify(moderate(article, { ruleset, reading }))).toBe(alone);
  });
});
