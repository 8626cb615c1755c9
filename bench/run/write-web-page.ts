import { escapeHtml } from '../../src/moderation/report/escape-html.ts';
import { sentence } from '../texts/article-text.ts';
import { type RandomSource, randomSource } from '../texts/random-source.ts';

/** UTF-16 code units of text for each card, link or comment beside it: a page is two to three times as long as its article. */
const PER_FURNITURE = 320;
const PARAGRAPHS_PER_FIGURE = 6;
const LONGEST_HEADING = 80;
const LINKED = /\p{Lu}\p{L}{4,}/u;

const wordsOf = (random: RandomSource): string => escapeHtml(sentence(random).split(' ').slice(0, 6).join(' '));
const slugOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/gu, '-');

const link = (text: string, name: string): string =>
  `<a class="${name}__link" href="/${slugOf(text)}" data-track="${name}">${text}</a>`;

function listOf(count: number, name: string, random: RandomSource): string {
  const items = Array.from({ length: count }, () => `<li class="${name}__item">${link(wordsOf(random), name)}</li>`);
  return `<ul class="${name}__list">\n${items.join('\n')}\n</ul>`;
}

function card(random: RandomSource): string {
  const title = wordsOf(random);
  const image = `<img loading="lazy" src="/media/${slugOf(title)}-320x180.jpg" alt="" width="320" height="180">`;
  const heading = `<h3 class="card__title">${link(title, 'card')}</h3>`;
  return `<div class="card card--small">${image}${heading}<time datetime="2024-03-03">March 3</time></div>`;
}

const comment = (random: RandomSource): string =>
  `<li class="comment"><b class="comment__name">${wordsOf(random).split(' ')[0]}</b><p>${escapeHtml(sentence(random))}</p></li>`;

function block(text: string, at: number): string {
  const escaped = escapeHtml(text).replaceAll('\n', '<br>\n');
  if (at === 0) return `<h1 class="story__title">${escaped}</h1>`;
  if (text.length < LONGEST_HEADING && !/[.!?”"]$/u.test(text)) return `<h2>${escaped}</h2>`;
  const linked = escaped.replace(LINKED, (name) => `<a href="/topics/${slugOf(name)}">${name}</a>`);
  const figure =
    at % PARAGRAPHS_PER_FIGURE === 0
      ? `\n<figure class="story__figure"><img src="/media/${at}-1200x675.jpg" alt=""></figure>`
      : '';
  return `<p class="story__text">${linked}</p>${figure}`;
}

/**
 * A page as a publisher's system would write it around an article: head, navigation, the story with links and pictures, cards of
 * other stories, comments, a footer. The same text gives the same page.
 */
export function writeWebPage(text: string): string {
  const random = randomSource(text.length);
  const blocks = text.split(/\n{2,}/u).filter((one) => one.trim() !== '');
  const title = escapeHtml(blocks[0] ?? '');
  const few = Math.max(1, Math.round(text.length / PER_FURNITURE / 4));
  const repeat = (make: (random: RandomSource) => string, count: number): string =>
    Array.from({ length: count }, () => make(random)).join('\n');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title} - Quay Gazette</title>
<meta property="og:title" content="${title}">
<meta property="og:site_name" content="Quay Gazette">
<script>window.layer = window.layer || []; layer.push({ page: "story", ads: "<div>none</div>" });</script>
<style>.story__text { max-width: 40em } .card--small img { width: 320px }</style>
</head>
<body class="page page--story">
<div class="consent" role="dialog"><p>We keep cookies to learn which stories are read.</p><button>Agree</button></div>
<header class="site-header"><a class="logo" href="/">Quay Gazette</a>
<nav class="menu">${listOf(few * 3, 'menu', random)}</nav></header>
<main id="content">
<article class="story">
${blocks.map(block).join('\n')}
<div class="share"><a href="/share/mail">Mail</a> <a href="/share/link">Copy the link</a></div>
</article>
<aside class="related"><h2>Read more</h2>
${repeat(card, few * 2)}
</aside>
<section class="comments"><h2>Comments</h2><ol>
${repeat(comment, few)}
</ol></section>
</main>
<footer class="site-footer">${listOf(few * 2, 'footer', random)}<p>© 2024 Quay Gazette. All rights reserved.</p></footer>
</body>
</html>
`;
}
