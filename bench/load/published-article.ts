import type { Article, ArticleFormat } from '../../src/index.ts';
import { articleBlocks } from '../article-text.ts';
import { type RandomSource, randomSource } from '../random-source.ts';

const SYLLABLES = [
  'ba',
  'del',
  'gor',
  'hem',
  'il',
  'ka',
  'lun',
  'mar',
  'nes',
  'or',
  'pel',
  'ru',
  'sten',
  'ta',
  'vik',
  'wen',
] as const;
/** Each article has people and places of its own, as news has; the generator knows a dozen. */
const RENAMED = [
  'Lindqvale',
  'Teveny',
  'Brandow',
  'Arkley',
  'Halden Roe',
  'Wexcombe',
  'Merrow',
  'Aldane',
  'Sunder',
  'Kestrel',
  'Vell',
];
const SECTIONS = ['Home', 'World', 'Business', 'Sport', 'Weather', 'Letters'];
/** Of a hundred articles so many are HTML, and so many of the rest Markdown. */
const HTML_SHARE = 35;
const MARKDOWN_SHARE = 23;
const HEADING = /^(?:Why the|Pilots of)/u;

function inventName(random: RandomSource): string {
  const name = Array.from({ length: 2 + random.below(2) }, () => random.pick(SYLLABLES)).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function renameAll(blocks: readonly string[], random: RandomSource): readonly string[] {
  const names = RENAMED.map((name) => [name, inventName(random)] as const);
  return blocks.map((block) => names.reduce((text, [from, to]) => text.replaceAll(from, to), block));
}

function chooseFormat(random: RandomSource): ArticleFormat {
  if (random.below(100) < HTML_SHARE) return 'html';
  return random.below(100 - HTML_SHARE) < MARKDOWN_SHARE ? 'markdown' : 'text';
}

function toMarkdown([title = '', ...blocks]: readonly string[]): string {
  const lines = blocks.map((block) => (HEADING.test(block) ? `## ${block}` : block.replace('the harbour', '**the harbour**')));
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
  const [, ...rest] = renameAll(articleBlocks(random, size), random);
  const title = `Pilots of ${inventName(random)} vote on the winter tide`;
  const text = WRITERS[format]([title, ...rest]);
  return { id: `load-${number}`, source: `feed-${number % 7}`, title, format, text };
}
