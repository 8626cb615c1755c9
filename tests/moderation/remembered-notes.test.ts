import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { Article, ModeratedArticle } from '../../src/index.ts';

const GOLDEN = new URL('../golden/', import.meta.url);

/** Lines that are something else in another place: titles, bylines, menus, a table, a script. */
const LINES = [
  'Harbour council votes on the winter tide',
  'By Ada Quill | March 3, 2024',
  'Home',
  'Photo: Mara Teveny',
  'x7Kq2ZpL9vTb4WmR8sYd3GhJ6',
  'Subscribe to our newsletter',
  'The council of Merrow voted on Tuesday for a new sea wall, which is to be built before the next winter tide comes in.',
  '> The wall has to stand before October, said the mayor of Merrow to the crowd that had come.',
  'The pilots of Port Aldane said that they would wait, and that the glass works would have to wait as well.',
  'Read more: The glass works of Vell close for good',
];

/** The same label before a line that begins with a dash, and before one that does not: it is a label by what stands in its own line. */
const LABELLED = [
  'Paid partnership\n- Buy now with code SAVE50 at shop.example',
  'Paid partnership\n\nBuy now with code SAVE50 at shop.example',
];

const REPEATED =
  'The council of Merrow voted on Tuesday for a new sea wall, which is to be built before the next winter tide comes in from the west.';
/** A paragraph beside other ones that it repeats: what differs hangs on both, their capitals and points with them. */
const REPEATS = [
  ['Tuesday', 'Monday'],
  ['a new sea wall', 'A New Sea Wall'],
  ['winter tide', 'spring tide'],
  ['Tuesday', 'Friday, said the mayor,'],
].map(([from = '', to = '']) => `Harbour news\n\n${REPEATED.replace(from, to)}\n\nNobody spoke against it.\n\n${REPEATED}`);

function listArticles(): readonly Article[] {
  const files = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('original.txt'));
  const golden = files.sort().slice(0, 6);
  const texts = [
    ...golden.map((path) => readFileSync(new URL(path, GOLDEN), 'utf8')),
    LINES.join('\n\n'),
    LINES.toReversed().join('\n\n'),
    [...LINES.slice(5), ...LINES.slice(0, 5)].join('\n\n'),
    [...LINES, ...LINES].join('\n'),
    ...LABELLED,
    ...REPEATS,
  ];
  return texts.map((text, at) => ({ id: `article-${at}`, text }));
}

type Moderate = (article: Article) => ModeratedArticle;

/** A pipeline whose process has seen nothing yet. */
async function openFresh(): Promise<Moderate> {
  vi.resetModules();
  const { loadRuleset, moderate } = await import('../../src/index.ts');
  const ruleset = loadRuleset();
  return (article) => moderate(article, { ruleset });
}

describe('what is remembered of texts', () => {
  it('is not handed out to be changed', async () => {
    const moderate = await openFresh();
    const text = 'The pilots of Merrow\n\nThe pilots went home before the x7Kq2 ZpL9v Tb4Wm R8sYd tide turned again.';
    const article = { id: 'a', text };
    const before = JSON.stringify(moderate(article));
    expect(before).toContain('garbage.split-token');
    for (const { evidence } of moderate(article).findings) Object.assign(evidence, { pieces: 'changed' });
    expect(JSON.stringify(moderate(article))).toBe(before);
  });

  it('changes no result, in whatever order articles with the same lines come', async () => {
    const articles = listArticles();
    expect(articles.length).toBeGreaterThan(6);
    const seasoned = await openFresh();
    for (const article of articles) seasoned(article);
    const rules = articles.flatMap((article) => seasoned(article).findings.map(({ rule }) => rule));
    expect(rules.filter((rule) => rule.startsWith('duplicate.near')).length).toBeGreaterThan(2);
    for (const article of articles.toReversed()) {
      const fresh = await openFresh();
      expect(seasoned(article)).toEqual(fresh(article));
    }
  });
});
