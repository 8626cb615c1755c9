import type { Article, ArticleFormat } from '../../src/index.ts';
import { type RandomSource, randomSource } from '../texts/random-source.ts';
import { inventCast, NewsProse } from './news-prose.ts';

const FAULTS = [
  '▶ [Coinbay] Transaction fee 0% discount CODE◀',
  'RELATED POSTS',
  'View all',
  'x7Kq2ZpL9vTb4WmR8sYd3GhJ6',
  '★ LuckyHarbour Casino: 200 free spins, claim your bonus now ★',
  'ADVERTISEMENT',
] as const;
const SECTIONS = ['Home', 'World', 'Business', 'Sport', 'Weather', 'Letters'];
/** Of a hundred articles so many are HTML, and so many of the rest Markdown. */
const HTML_SHARE = 35;
const MARKDOWN_SHARE = 23;
const HEADING = /^Why the/u;

/** A title first; of twenty blocks one is a fault, one is said twice, one is a heading. */
function writeBlocks(random: RandomSource, size: number): readonly [string, ...string[]] {
  const prose = new NewsProse(random, inventCast(random));
  const title = prose.heading().replace('Why the', 'How the');
  const blocks: [string, ...string[]] = [title];
  for (let length = title.length; length < size; length += (blocks.at(-1)?.length ?? 0) + 2) {
    const draw = random.below(20);
    if (draw === 0) blocks.push(random.pick(FAULTS));
    else if (draw === 1) blocks.push(random.pick(blocks));
    else if (draw === 2) blocks.push(prose.heading());
    else blocks.push(prose.paragraph());
  }
  return blocks;
}

function chooseFormat(random: RandomSource): ArticleFormat {
  if (random.below(100) < HTML_SHARE) return 'html';
  return random.below(100 - HTML_SHARE) < MARKDOWN_SHARE ? 'markdown' : 'text';
}

function toMarkdown([title = '', ...blocks]: readonly string[]): string {
  const lines = blocks.map((block) => (HEADING.test(block) ? `## ${block}` : block.replace(/^(The \w+)/u, '**$1**')));
  return [`# ${title}`, ...lines].join('\n\n');
}

const toLinks = (names: readonly string[]): string =>
  names.map((name) => `<li><a href="/${name.toLowerCase()}">${name}</a></li>`).join('');

/** A page with what stands around an article. */
function toPage([title = '', ...blocks]: readonly string[]): string {
  const body = blocks.map((block) => (HEADING.test(block) ? `<h2>${block}</h2>` : `<p>${block}</p>`));
  return [
    `<!doctype html><html lang="en"><head><title>${title} - Quay Gazette</title><meta charset="utf-8"></head><body>`,
    `<header><nav><ul>${toLinks(SECTIONS)}</ul></nav></header><main><article><h1>${title}</h1>`,
    ...body,
    `</article><aside><h3>More news</h3><ul>${toLinks(SECTIONS)}</ul></aside></main><footer><p>© Quay Gazette</p></footer></body></html>`,
  ].join('\n');
}

const WRITERS: Readonly<Record<ArticleFormat, (blocks: readonly string[]) => string>> = {
  text: (blocks) => blocks.join('\n\n'),
  markdown: toMarkdown,
  html: toPage,
};

/** An invented article of about `size` UTF-16 code units, always the same for a number and a size, no two alike. */
export function publishedArticle(number: number, size: number): Article {
  const random = randomSource(number * 7919 + size);
  const format = chooseFormat(random);
  const blocks = writeBlocks(random, size);
  return { id: `load-${number}`, source: `feed-${number % 7}`, title: blocks[0], format, text: WRITERS[format](blocks) };
}
