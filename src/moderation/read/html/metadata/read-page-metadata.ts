import type { PageDocument } from '../../../markup/parse-page.ts';
import type { Metadata } from '../../../model/document.ts';
import { cleanAuthors } from './clean-authors.ts';
import { cleanLine } from './clean-line.ts';
import { findLinkedArticles } from './find-linked-articles.ts';
import { gatherStatements } from './gather-statements.ts';
import type { PageScript, PageStatements } from './page-statements.ts';
import { readAddress } from './read-address.ts';
import { readIsoDate } from './read-iso-date.ts';
import { readLanguageCode } from './read-language-code.ts';
import { type LinkedArticle, readLinkedArticle } from './read-linked-article.ts';
import { foldName, SiteNames } from './site-names.ts';
import { stripSiteName } from './strip-site-name.ts';

/** What a page states about its article. */
export interface PageMetadata {
  readonly metadata: Metadata;
  /** All titles it states, the likeliest first, without the site's name. */
  readonly titles: readonly string[];
  /** The text of the article as JSON-LD gives it, and the scripts it stands in. */
  readonly body?: string;
  readonly scripts: readonly PageScript[];
}

interface Sources {
  readonly page: PageStatements;
  readonly linked: LinkedArticle;
  /** Values of `<meta>`, in the order of the names. */
  readonly meta: (...names: readonly string[]) => readonly string[];
  /** Microdata of the article, then of the page. */
  readonly item: (name: string) => readonly string[];
}

/*
 * Sources stand in one order: JSON-LD, which search engines check and which says of what it speaks; OpenGraph, which is
 * made for this page; the older vocabularies of <meta>; microdata and rel, which stand among other things of the page;
 * <title>, which is made for tabs. Exceptions are said where they stand.
 */

function firstOf<T>(values: readonly string[], read: (value: string) => T | undefined): T | undefined {
  for (const value of values) {
    const result = read(value);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** The canonical link is what the page itself is kept under; a home page is the address of no article. */
function findAddress({ page, linked, meta }: Sources): string | undefined {
  const absolute = firstOf([page.base ?? '', ...meta('og:url'), ...linked.urls], (value) => readAddress(value));
  const stated = [page.canonical ?? '', ...meta('og:url', 'parsely-link', 'dc.identifier'), ...linked.urls];
  const addresses = stated.flatMap((value) => readAddress(value, absolute) ?? []);
  return addresses.find((address) => URL.parse(address)?.pathname !== '/') ?? addresses[0];
}

/** OpenGraph first: it gives the name that readers know, while JSON-LD often names the firm behind it. */
function findSites({ linked, meta, item }: Sources): readonly string[] {
  const stated = [
    ...meta('og:site_name'),
    ...linked.sites,
    ...meta(
      'citation_journal_title',
      'dc.publisher',
      'dcterms.publisher',
      'application-name',
      'apple-mobile-web-app-title',
      'publisher',
    ),
    ...item('publisher'),
  ];
  return stated.map(cleanLine).filter((name) => /\p{L}/u.test(name) && !/^https?:/iu.test(name));
}

/** The titles of the page itself, in the order of trust. */
function findTitles({ page, linked, meta }: Sources, sites: SiteNames): readonly string[] {
  const own = page.article.get('headline') ?? [];
  const stated = [
    ...linked.headlines,
    ...meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title', 'parsely-title', 'sailthru.title'),
    ...own.slice(0, 1),
    ...(page.title === undefined ? [] : [page.title]),
  ];
  const titles = stated.map((title) => stripSiteName(cleanLine(title), sites)).filter((title) => title !== '');
  const named = titles.filter((title) => !sites.has(title));
  return named.length > 0 ? named : titles;
}

/** Words from which a title is no name of a file, a section or a system. */
const MIN_WORDS = 5;

/** The first title that reads like one, or that another source repeats. */
function chooseTitle(titles: readonly string[]): string | undefined {
  const folded = titles.map(foldName);
  const isRepeated = (title: string): boolean =>
    folded.filter((other) => other !== '' && (other.includes(title) || title.includes(other))).length > 1;
  const isLong = (at: number): boolean => (titles[at]?.split(' ').length ?? 0) >= MIN_WORDS;
  const chosen = folded.findIndex((title, at) => isLong(at) || isRepeated(title));
  return titles[Math.max(0, chosen)];
}

/** A name of two or more words: users of a page sign their comments with one. */
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]{1,30}(?:\s(?:von|van|de|der|di|\p{Lu}[\p{L}.'’-]{0,30})){1,4}$/u;

/** Words of labels beside a name. */
const LABEL = /(?:^|\s)(?:alle|all|artikel|articles|beiträge|posts|redaktion|unknown|authors?|autor|eingestellt)(?:\s|$)/iu;

/** The one name in the bylines of a page. Several are those of comments and of other articles, and nobody can tell which. */
function findOnlyName(bylines: readonly string[], sites: SiteNames): string | undefined {
  const names = new Set(bylines.flatMap((line) => cleanAuthors([line], sites) ?? []));
  const [name] = names;
  return names.size === 1 && name !== undefined && !LABEL.test(name) && name.split(', ').every((entry) => FULL_NAME.test(entry))
    ? name
    : undefined;
}

function findByline({ page, linked, meta, item }: Sources, sites: SiteNames): string | undefined {
  const sources = [
    linked.authors,
    meta('article:author', 'article:author:name'),
    meta('citation_author', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator', 'author'),
    item('author'),
    page.authors,
  ];
  for (const values of sources) {
    const byline = cleanAuthors(values, sites);
    if (byline !== undefined) return byline;
  }
  return findOnlyName(page.bylines, sites);
}

function findDate({ page, linked, meta, item }: Sources): string | undefined {
  const stated = [
    ...linked.dates,
    ...meta('article:published_time', 'og:article:published_time', 'article:published', 'og:published_time'),
    ...meta('datepublished', 'citation_publication_date', 'citation_date', 'parsely-pub-date', 'sailthru.date'),
    ...meta('dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dc.date', 'dcterms.date', 'pubdate', 'publish-date', 'date'),
    ...item('datepublished'),
    ...page.times,
  ];
  return firstOf(stated, readIsoDate);
}

/** The attribute of <html> comes late: templates are shipped with it, and it stays English in other languages. */
function findLanguage({ page, linked, meta, item }: Sources): string | undefined {
  const stated = [
    ...linked.languages,
    ...meta('og:locale'),
    ...(page.language === undefined ? [] : [page.language]),
    ...meta('content-language', 'dc.language', 'dcterms.language', 'language'),
    ...item('inlanguage'),
  ];
  return firstOf(stated, readLanguageCode);
}

function toSources(page: PageStatements): Sources {
  const linked = readLinkedArticle(findLinkedArticles(page.scripts));
  return {
    page,
    linked,
    meta: (...names) => names.flatMap((name) => page.metas.get(name) ?? []),
    item: (name) => [...(page.article.get(name) ?? []), ...(page.page.get(name) ?? [])],
  };
}

/** What a page states about its article. Never fails; linear in the page. */
export function readPageMetadata(document: PageDocument): PageMetadata {
  const page = gatherStatements(document);
  const sources = toSources(page);
  const url = findAddress(sources);
  const named = findSites(sources);
  const sites = new SiteNames(named, url);
  const titles = findTitles(sources, sites);
  const title = chooseTitle(titles);
  const site = named.find((name) => !titles.includes(name));
  const byline = findByline(sources, sites);
  const publishedAt = findDate(sources);
  const language = findLanguage(sources);
  const { body } = sources.linked;
  const metadata: Metadata = {
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    ...(site === undefined ? {} : { site }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
  };
  return {
    metadata,
    titles: [...new Set(title === undefined ? titles : [title, ...titles])],
    scripts: page.scripts,
    ...(body === undefined ? {} : { body }),
  };
}
