import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../../src/moderation/markup/parse-page.ts';
import { readPageMetadata } from '../../../../../src/moderation/read/html/metadata/read-page-metadata.ts';

function read(html: string) {
  const document = parsePage(html);
  if (!document) throw new Error('the page has too many elements');
  return readPageMetadata(document).metadata;
}
const ld = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`;
const og = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

const ARTICLE = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'The ice goes out at Merrow',
  author: { '@type': 'Person', name: 'Ada Quill' },
  publisher: { '@type': 'Organization', name: 'Quay Gazette' },
  datePublished: '2024-03-05T07:10:00+01:00',
  inLanguage: 'en-GB',
  mainEntityOfPage: 'https://quay-gazette.example/ice',
};
const { headline: title, datePublished: publishedAt } = ARTICLE;
const STATED = { title, byline: 'Ada Quill', publishedAt, language: 'en', url: 'https://quay-gazette.example/ice' };

describe('JSON-LD', () => {
  it.each([
    ['alone', ARTICLE],
    ['in a list', [{ '@type': 'BreadcrumbList' }, ARTICLE]],
    ['in a graph', { '@graph': [{ '@type': 'WebSite', name: 'x' }, ARTICLE] }],
    ['as what the page is about', { '@type': 'WebPage', mainEntity: ARTICLE }],
    ['by a full address of the type', { ...ARTICLE, '@type': 'http://schema.org/ReportageNewsArticle' }],
    ['with several types', { ...ARTICLE, '@type': ['CreativeWork', 'BlogPosting'] }],
    ['with an author by name', { ...ARTICLE, author: 'By Ada Quill' }],
    ['with authors in a list', { ...ARTICLE, author: [{ '@type': 'Organization', name: 'Tidewire' }, { name: 'Ada Quill' }] }],
    ['with the page as an object', { ...ARTICLE, mainEntityOfPage: { '@type': 'WebPage', '@id': ARTICLE.mainEntityOfPage } }],
    ['with references in texts', { ...ARTICLE, headline: 'The ice goes&nbsp;out at &#77;errow' }],
    [
      'with an author elsewhere in the graph',
      {
        '@graph': [
          { ...ARTICLE, author: { '@id': '#ada' } },
          { '@type': 'Person', '@id': '#ada', name: 'Ada Quill' },
        ],
      },
    ],
    ['with a language as an object', { ...ARTICLE, inLanguage: { '@type': 'Language', name: 'English', alternateName: 'en' } }],
  ])('is read %s', (_, data) => {
    expect(read(ld(data))).toMatchObject(STATED);
  });

  it('takes a person who publishes for the author, not for the site', () => {
    const publisher = { '@type': ['Person', 'Organization'], name: 'Ada Quill' };
    expect(read(ld({ ...ARTICLE, publisher }))).toEqual(STATED);
  });

  it('takes what the article leaves open from its page', () => {
    const { datePublished: _, inLanguage: __, ...article } = ARTICLE;
    const page = { '@type': 'WebPage', datePublished: '2024-03-05T07:10:00+01:00', inLanguage: 'en' };
    expect(read(ld({ '@graph': [page, article] }))).toMatchObject(STATED);
  });

  it('does not take other articles and comments for the one of the page', () => {
    const other = { '@type': 'NewsArticle', headline: 'Other', author: 'Bert Sand', datePublished: '2020-01-01' };
    expect(read(ld({ '@type': 'ItemList', itemListElement: [{ item: other }] }))).toEqual({});
    expect(read(ld({ ...ARTICLE, comment: other, hasPart: [other] }))).toMatchObject(STATED);
  });

  it('is left alone where it is broken', () => {
    expect(read(`<script type="application/ld+json">{"@type":"Article","headline":</script>${ld(ARTICLE)}`)).toMatchObject(
      STATED,
    );
  });

  it('may be hostile', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const deepGraph = `${'{"@graph":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const polluted = '{"__proto__":{"headline":"Polluted"},"constructor":{"prototype":{"a":1}},"@type":"Article"}';
    const wrong = {
      '@type': 'Article',
      headline: [{ a: 1 }, 7, null],
      author: [[['x']], 3],
      publisher: 4,
      datePublished: {},
      url: [],
    };
    const scripts = [deep, deepGraph, polluted, JSON.stringify(wrong), '"text"', '17', 'null'];
    for (const script of scripts) expect(read(`<script type="application/ld+json">${script}</script>`)).toEqual({});
    expect(({} as { headline?: string }).headline).toBeUndefined();
  });

  it('is not read beyond 256 KB, nor beyond 1 MB in all', () => {
    const padded = (size: number) => ld({ ...ARTICLE, keywords: 'x'.repeat(size) });
    expect(read(padded(250_000))).toMatchObject(STATED);
    expect(read(padded(270_000))).toEqual({});
    const filler = ld({ '@type': 'Thing', name: 'x'.repeat(250_000) });
    expect(read(filler.repeat(4) + padded(100_000))).toEqual({});
  });
});

describe('other sources', () => {
  it.each([
    ['an element named after the author', '<p class="post__author">By Ada Quill</p>', { byline: 'Ada Quill' }],
    ['the same one twice', '<p class="byline">By Ada Quill</p><p class="author-name">Ada Quill</p>', { byline: 'Ada Quill' }],
    ['no such element beside those of others', '<p class="byline">Ada Quill</p><p class="byline">Bert Sand</p>', {}],
    [
      'no user, no label and no comment',
      '<p class="author">gull</p><p class="author">All posts</p><p class="comment-author">Ada Quill</p>',
      {},
    ],
    ['og:title', og('og:title', 'The ice goes out'), { title: 'The ice goes out' }],
    ['og:site_name', og('og:site_name', 'Quay Gazette'), { site: 'Quay Gazette' }],
    ['article:published_time', og('article:published_time', '2024-03-05'), { publishedAt: '2024-03-05' }],
    ['article:author', og('article:author', 'Ada Quill'), { byline: 'Ada Quill' }],
    [
      'an address as article:author',
      og('article:author', 'https://chat.example/ada') + meta('author', 'Bert Sand'),
      { byline: 'Bert Sand' },
    ],
    ['og:locale', og('og:locale', 'de_AT'), { language: 'de' }],
    ['og:url', og('og:url', 'https://quay.example/ice'), { url: 'https://quay.example/ice' }],
    [
      'dc.*',
      meta('DC.title', 'Ice') + meta('DC.creator', 'Ada Quill') + meta('dc.date.issued', '2024-03-05'),
      { title: 'Ice', byline: 'Ada Quill', publishedAt: '2024-03-05' },
    ],
    [
      'citation_*',
      meta('citation_title', 'Ice') +
        meta('citation_author', 'Ada Quill') +
        meta('citation_author', 'Bert Sand') +
        meta('citation_publication_date', '2024/03/05'),
      { title: 'Ice', byline: 'Ada Quill, Bert Sand', publishedAt: '2024-03-05' },
    ],
    [
      'parsely-*',
      meta('parsely-title', 'Ice') + meta('parsely-author', 'Ada Quill') + meta('parsely-pub-date', '2024-03-05T07:10:00Z'),
      { title: 'Ice', byline: 'Ada Quill', publishedAt: '2024-03-05T07:10:00Z' },
    ],
    ['sailthru', meta('sailthru.title', 'Ice') + meta('sailthru.author', 'Ada Quill'), { title: 'Ice', byline: 'Ada Quill' }],
    ['html lang', '<html lang="pt-BR">', { language: 'pt' }],
    ['content-language', '<meta http-equiv="content-language" content="fr">', { language: 'fr' }],
    ['a title', '<title>\n The ice &amp; the pilots </title>', { title: 'The ice & the pilots' }],
    [
      'rel=author',
      '<p><a rel="author" href="/a">Ada Quill</a> and <a rel="author" href="/b">Bert Sand</a></p><p><a rel="author">Cy Other</a></p>',
      { byline: 'Ada Quill, Bert Sand' },
    ],
    [
      'a time in the article',
      '<time datetime="2020-01-01"></time><article><time datetime="2024-03-05">5 March</time></article>',
      { publishedAt: '2024-03-05' },
    ],
    [
      'a marked time',
      '<article><time datetime="2020-01-01"></time><time class="entry-date published" datetime="2024-03-05"></time></article>',
      { publishedAt: '2024-03-05' },
    ],
    [
      'microdata',
      '<div itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">Ice <b>out</b></h1><p itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ada Quill</b></p><time itemprop="datePublished" datetime="2024-03-05"></time><div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Bert Sand</b></div></div>',
      { title: 'Ice out', byline: 'Ada Quill', publishedAt: '2024-03-05' },
    ],
    ['what is nobody and no day', `${meta('author', 'admin') + meta('date', '2024-02-31')}<html lang="xx">`, {}],
  ])('reads %s', (_, html, metadata) => {
    expect(read(html)).toEqual(metadata);
  });

  it('prefers JSON-LD to OpenGraph, and both to the rest', () => {
    const rest = `${meta('author', 'Bert Sand') + meta('date', '2020-01-01')}<html lang="de"><title>Ice on the Merrow melts early</title>`;
    const graph =
      og('og:title', 'Merrow is free of ice this spring') + og('article:published_time', '2021-01-01') + og('og:locale', 'fr_FR');
    expect(read(rest + graph + ld(ARTICLE))).toMatchObject(STATED);
    expect(read(rest + graph)).toEqual({
      title: 'Merrow is free of ice this spring',
      byline: 'Bert Sand',
      publishedAt: '2021-01-01',
      language: 'fr',
    });
    expect(read(rest)).toEqual({
      title: 'Ice on the Merrow melts early',
      byline: 'Bert Sand',
      publishedAt: '2020-01-01',
      language: 'de',
    });
  });

  it('passes over a headline that is the name of a system or of the site', () => {
    const page =
      og('og:title', 'The ice goes out at Merrow') +
      og('og:site_name', 'Quay Gazette') +
      '<title>The ice goes out at Merrow | Quay Gazette</title>';
    expect(read(page + ld({ ...ARTICLE, headline: 'cms' }))).toMatchObject({ title });
    expect(read(page + ld({ ...ARTICLE, headline: 'Quay Gazette' }))).toMatchObject({ title });
    expect(read(og('og:site_name', title) + ld(ARTICLE))).toMatchObject({ title, site: 'Quay Gazette' });
  });

  it('keeps lines short', () => {
    expect(read(og('og:title', '🚢'.repeat(400))).title).toBe('🚢'.repeat(150));
    expect(read(og('og:title', `x${'🚢'.repeat(400)}`)).title).toBe(`x${'🚢'.repeat(149)}`);
  });
});

describe('addresses', () => {
  const link = (href: string): string => `<link rel="canonical" href="${href}">`;

  it.each([
    ['an absolute one', link('https://quay.example/a?b=1'), 'https://quay.example/a?b=1'],
    ['one relative to <base>', `<base href="https://quay.example/x/">${link('../ice')}`, 'https://quay.example/ice'],
    ['one relative to og:url', link('/ice') + og('og:url', 'https://quay.example/'), 'https://quay.example/ice'],
    [
      'the article rather than the home page',
      link('https://quay.example/') + og('og:url', 'https://quay.example/ice'),
      'https://quay.example/ice',
    ],
    ['a home page when there is nothing else', link('https://quay.example'), 'https://quay.example/'],
  ])('gives %s', (_, html, url) => {
    expect(read(html).url).toBe(url);
  });

  it.each([
    '/ice',
    'ice',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://quay.example/',
    'https://ada:key@quay.example/',
    'http://',
    `https://quay.example/${'x'.repeat(2_000)}`,
  ])('takes no %j', (href) => {
    expect(read(link(href)).url).toBeUndefined();
  });
});

describe('readPageMetadata', () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('Ada Quill', '2024-03-05', 'https://quay.example/a', '/a', '| - |', '&#0;'),
  );
  const markup = fc.constantFrom(
    '<meta name=author content="',
    '<meta property="og:title" content="',
    '<link rel=canonical href="',
    '<base href="',
    '<html lang="',
    '<time pubdate datetime="',
    '<a rel=author>',
    '<p itemprop=author itemscope itemtype="',
    '<p itemprop="',
    '">',
    '</p>',
    '<title>',
    '</title>',
    '<script type="application/ld+json">',
    '</script>',
    '{"@type":"Article","headline":"',
    '"}',
    '<template>',
    '<svg>',
  );

  it('never fails, and gives lines of text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(value, markup), { maxLength: 40 }), (parts) => {
        for (const line of Object.values(read(parts.join('')))) {
          expect(line).not.toMatch(/^\s|\s$|[\n\r\t]/u);
          expect(line).not.toBe('');
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('never fails on any JSON-LD', () => {
    const key = fc.constantFrom(
      '@type',
      '@graph',
      '@id',
      'headline',
      'name',
      'author',
      'publisher',
      'datePublished',
      'inLanguage',
      'url',
      'mainEntityOfPage',
      'mainEntity',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('Article', 'WebPage', '#a', 'Ada', 3, null, true),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (data) => {
        for (const line of Object.values(read(ld(data)))) expect(typeof line).toBe('string');
      }),
    );
  });
});
