import type { Article } from '../model/article.ts';
import type { DocumentBlock, Metadata } from '../model/document.ts';
import { isDomainName } from './is-domain-name.ts';
import { parseByline } from './parse-byline.ts';
import { parseDateline } from './parse-dateline.ts';
import { parseSourceNote } from './parse-source-note.ts';
import { readPublicationDate } from './read-publication-date.ts';

function firstOf(blocks: readonly DocumentBlock[], role: DocumentBlock['role']): string | undefined {
  return blocks.find((block) => block.role === role)?.text;
}

/** The date of the dateline at the beginning of the story, or of one that stands alone above it. */
function dateOfDateline(blocks: readonly DocumentBlock[], titleAt: number): string | undefined {
  const first = blocks.findIndex((block) => block.index > titleAt && block.zone === 'body' && block.role === 'paragraph');
  const header = blocks.slice(titleAt + 1, first + 1).filter((block) => block.role === 'paragraph' || block.role === 'heading');
  for (const { text } of header) {
    const date = parseDateline(text);
    if (date !== undefined) return date;
  }
  return undefined;
}

function siteOfSource(blocks: readonly DocumentBlock[]): string | undefined {
  const note = firstOf(blocks, 'source');
  return note === undefined ? undefined : parseSourceNote(note);
}

/** The line leaves the text, so whoever it names beside the authors of the markup is named here. */
function joinNames(stated: string | undefined, people: readonly string[]): string | undefined {
  const known = stated?.toLowerCase() ?? '';
  const names = [...(stated === undefined ? [] : [stated]), ...people.filter((name) => !known.includes(name.toLowerCase()))];
  return names.length > 0 ? names.join(', ') : undefined;
}

/**
 * Facts handed in with the article win over those that its markup states, and these over those that its blocks state. A date of
 * publication that says no day counts as not handed in.
 */
export function readMetadata(blocks: readonly DocumentBlock[], article: Article, stated: Metadata): Metadata {
  const titleAt = blocks.findIndex((block) => block.role === 'title');
  const bylines = blocks.filter((block) => block.role === 'byline').map((block) => parseByline(block.text));
  // A date above the title may be the day the page was read.
  const below = blocks
    .filter((block) => block.role === 'byline' && block.index > titleAt)
    .map((block) => parseByline(block.text));
  const title = article.title ?? firstOf(blocks, 'title') ?? stated.title;
  const authors = bylines.flatMap((line) => line?.author ?? []);
  // "by gazette.example" says the site too; the people named in other bylines are the better authors.
  const people = new Set(authors.filter((author) => !isDomainName(author)));
  const byline = article.byline ?? joinNames(stated.byline, [...people]) ?? authors[0];
  const site = article.site ?? stated.site ?? firstOf(blocks, 'site') ?? authors.find(isDomainName) ?? siteOfSource(blocks);
  const publishedAt =
    (article.publishedAt === undefined ? undefined : readPublicationDate(article.publishedAt)) ??
    stated.publishedAt ??
    [...below, ...bylines].find((line) => line?.publishedAt)?.publishedAt ??
    dateOfDateline(blocks, titleAt);
  return {
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    ...(site === undefined ? {} : { site }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(stated.url === undefined ? {} : { url: stated.url }),
    ...(stated.language === undefined ? {} : { language: stated.language }),
  };
}
