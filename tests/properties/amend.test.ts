import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amendment, type Article, explainPoints, loadRuleset, moderate, openArticle } from '../../src/index.ts';
import { readMarkdownText } from '../../src/moderation/markup/read-markdown-text.ts';
import type { Edit } from '../../src/moderation/model/edit.ts';
import type { ModeratedArticle } from '../../src/moderation/model/moderated-article.ts';
import { toArticleHtml } from '../../src/moderation/report/to-article-html.ts';
import { toDiff } from '../../src/moderation/report/to-diff.ts';
import { toMarkdown } from '../../src/moderation/report/to-markdown.ts';
import { toPage } from '../../src/moderation/report/to-page.ts';
import { moderatedArticleSchema } from '../../src/schema/moderated-article-schema.ts';
import { arbitraryMarkdown } from '../moderation/read/markdown/arbitrary-markdown.ts';
import { applyEdits } from './apply-edits.ts';
import { arbitraryAmendments } from './arbitrary-amendments.ts';
import { arbitraryArticleText } from './arbitrary-article.ts';
import { arbitraryPage } from './arbitrary-page.ts';
import { invertEdits } from './invert-edits.ts';

const ruleset = loadRuleset();
const amend = (article: Article, amendments: readonly Amendment[]) => moderate(article, { ruleset, amendments });

interface Case {
  readonly article: Article;
  readonly amendments: readonly Amendment[];
}

const withAmendments = (text: fc.Arbitrary<string>, format: 'text' | 'markdown' | 'html'): fc.Arbitrary<Case> =>
  text.chain((source) => {
    const article = { id: 'a', text: source, format };
    return arbitraryAmendments(amend(article, [])).map((amendments) => ({ article, amendments }));
  });

const texts = withAmendments(arbitraryArticleText, 'text');
/** Prose around parts that a page may leave out, besides any markup. */
const page = fc.tuple(arbitraryArticleText, arbitraryPage).map(([text, markup]) => {
  const lines = text.split(/\r\n|\n|\r/u).map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`);
  return `<nav><a href="/a">Home and harbour</a></nav><article>${lines.join('\n')}${markup}</article><footer>All rights</footer>`;
});
const FORMATS = [
  { format: 'text', cases: texts },
  { format: 'markdown', cases: withAmendments(fc.oneof(arbitraryArticleText, arbitraryMarkdown), 'markdown') },
  { format: 'html', cases: withAmendments(fc.oneof(page, arbitraryPage), 'html') },
] as const;

/** Characters of `[start, end)` of the original that no edit touches. */
function keptIn(edits: readonly Edit[], original: string, start: number, end: number): string {
  let at = start;
  let kept = '';
  for (const edit of edits) {
    if (edit.end <= start || edit.start >= end) continue;
    kept += original.slice(at, Math.max(at, edit.start));
    at = Math.max(at, edit.end);
  }
  return kept + original.slice(at, Math.max(at, end));
}

/** Text has its `<` escaped, so all tags are markup. */
const tagsOf = (html: string): readonly string[] => html.match(/<[^<>]*>/gu) ?? [];
const HARMLESS = /^<\/?(?!script|iframe|style|svg)[a-z0-9]+(?: (?!on|style)[a-z-]+(?:="(?!javascript:)[^"]*")?)*>$/u;

/** Without white space; no Markdown holds NUL or half a character. */
const bare = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\0', '\ufffd')
    .replace(/[\s\u0085]/gu, '');
const idsOf = (result: ModeratedArticle, as: string): readonly string[] =>
  result.findings.flatMap(({ amended }) => (amended?.as === as ? amended.by : []));

describe.each(FORMATS)('an amended article in $format', ({ format, cases }) => {
  it('is its edits applied, which lead back, and its blocks joined', () => {
    fc.assert(
      fc.property(cases, ({ article, amendments }) => {
        const { text, edits, blocks, entities } = amend(article, amendments);
        expect(applyEdits(edits, article.text)).toBe(text);
        expect(applyEdits(invertEdits(edits, article.text), text)).toBe(article.text);
        let at = 0;
        for (const edit of edits) {
          expect(edit.start).toBeGreaterThanOrEqual(at);
          expect(edit.end - edit.start + edit.replacement.length).toBeGreaterThan(0);
          at = edit.end;
        }
        expect(blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')).toBe(text);
        let end = 0;
        for (const { sourceStart, sourceEnd } of blocks) {
          expect(sourceStart).toBeGreaterThanOrEqual(end);
          end = sourceEnd;
        }
        for (const mention of entities.flatMap((entity) => entity.mentions))
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('is the same whatever order its amendments come in, and as the schema says', () => {
    fc.assert(
      fc.property(cases, ({ article, amendments }) => {
        const result = amend(article, amendments);
        expect(JSON.stringify(amend(article, amendments.toReversed()))).toBe(JSON.stringify(result));
        expect(moderatedArticleSchema.parse(result)).toEqual(result);
        expect(result.amendments?.map(({ id }) => id)).toEqual(amendments.map(({ id }) => id).toSorted());
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('is the same whatever was made of the article before', () => {
    fc.assert(
      fc.property(
        cases,
        fc.array(fc.array(fc.nat({ max: 7 })), { minLength: 1, maxLength: 4 }),
        ({ article, amendments }, picks) => {
          const opened = openArticle(article, { ruleset });
          const lists = [...picks.map((rows) => amendments.filter((_, row) => rows.includes(row))), [], amendments];
          for (const list of lists) expect(JSON.stringify(opened.moderate(list))).toBe(JSON.stringify(amend(article, list)));
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('takes points for nothing that people decided, and explains all others', () => {
    fc.assert(
      fc.property(cases, ({ article, amendments }) => {
        const result = amend(article, amendments);
        const spent = result.findings.reduce((sum, { points }) => sum + Math.round(points * 100), 0);
        expect(Math.round(result.quality.score * 100)).toBe(Math.max(0, 10_000 - spent));
        for (const { id, points, amended } of result.findings) {
          expect(explainPoints(result, id, ruleset).points).toBe(points);
          if (amended && amended.as !== 'reclassified') expect(points).toBe(0);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('says of each change whether it was made', () => {
    fc.assert(
      fc.property(cases, ({ article, amendments }) => {
        const result = amend(article, amendments);
        const applied = (result.amendments ?? []).filter(({ effect }) => effect === 'applied');
        const named = (kind: string) => applied.filter((one) => one.kind === kind).map(({ id }) => id);
        expect(idsOf(result, 'removed').toSorted()).toEqual(named('remove'));
        expect(idsOf(result, 'changed').toSorted()).toEqual(named('replace'));
        for (const amendment of amendments) {
          const isApplied = applied.some(({ id }) => id === amendment.id);
          if (amendment.kind !== 'remove' || !isApplied) continue;
          if (format === 'text') expect(bare(keptIn(result.edits, article.text, amendment.start, amendment.end))).toBe('');
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('is drawn in every form, its HTML without anything that runs', () => {
    fc.assert(
      fc.property(cases, ({ article, amendments }) => {
        const result = amend(article, amendments);
        const html = toArticleHtml(result, article.text);
        expect(tagsOf(html).filter((tag) => !HARMLESS.test(tag))).toEqual([]);
        expect(tagsOf(toPage(result, article.text)).filter((tag) => !HARMLESS.test(tag))).toEqual([]);
        toDiff(result, article.text, { colour: false });
        toMarkdown(result, article.text);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});

/** Markdown as people write it; what is made of any signs at all may be more than our writer of Markdown can say. */
const marked = fc
  .array(
    fc.constantFrom(
      '# Pilots of Merrow vote on the winter tide',
      '## Why the tide matters',
      'The harbour council met at *noon* to hear what the [pilots](/p "a") wanted, and **most of them** stayed until the end.',
      '- the crews &amp; the council\n- a berth for `5 \\* 3` marks\n- ~~two boats~~',
      '> Oskar said that the tide had taken two boats,\n> and that nobody had asked.',
      'Share this article on Facebook',
      '**Use code TOWER20 at checkout to get 20% off your first order at lampshop.example/?ref=882!**',
      '| a | b |\n|---|---|\n| tide | quay |',
      '```\nthe code of the harbour\n```',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((blocks) => blocks.join('\n\n'));

describe('an amended article in Markdown', () => {
  it('is written as Markdown that reads as its text', () => {
    fc.assert(
      fc.property(withAmendments(marked, 'markdown'), ({ article, amendments }) => {
        const result = amend(article, amendments);
        expect(bare(readMarkdownText(toMarkdown(result, article.text)).text)).toBe(bare(result.text));
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});

describe('an amended text', () => {
  it('has what was restored as the original has it', () => {
    fc.assert(
      fc.property(texts, ({ article, amendments }) => {
        const restores = amendments.filter(({ kind }) => kind === 'restore');
        const result = amend(article, restores);
        for (const { id, effect } of result.amendments ?? []) {
          const restore = restores.find((one) => one.id === id);
          if (effect === 'none' || restore?.kind !== 'restore') continue;
          const { start, end } = restore;
          expect(bare(keptIn(result.edits, article.text, start, end))).toBe(bare(article.text.slice(start, end)));
        }
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  it('is a fixed point for whoever restores the same again', () => {
    fc.assert(
      fc.property(texts, ({ article, amendments }) => {
        const result = amend(article, amendments);
        if (result.incomplete.length > 0) return;
        // What people decided stays for the asking, and so does what the machine left because it would have been too much.
        const isTouched = ({ sourceStart, sourceEnd }: { readonly sourceStart: number; readonly sourceEnd: number }): boolean =>
          result.findings.some(
            ({ start, end, amended, action }) => (amended || action === 'flagged') && start < sourceEnd && end > sourceStart,
          ) ||
          // What was kept beside something that was taken out may be no finding any more, and stays as it was written.
          amendments.some(
            (one) => (one.kind === 'restore' || one.kind === 'reclassify') && one.start < sourceEnd && one.end > sourceStart,
          );
        const same = result.blocks
          .filter(isTouched)
          .map(({ start, end }, index): Amendment => ({ id: `b${index}`, kind: 'restore', start, end }));
        expect(amend({ id: 'a', text: result.text }, same).text).toBe(result.text);
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
