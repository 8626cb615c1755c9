import type { Article } from '../model/article.ts';
import type { DocumentBlock, Metadata } from '../model/document.ts';
import { isDomainName } from './is-domain-name.ts';
import { parseByline } from './parse-byline.ts';

function firstOf(blocks: readonly DocumentBlock[], role: DocumentBlock['role']): string | undefined {
  return blocks.find((block) => block.role === role)?.text;
}

/** Facts handed in with the article win over those that its blocks state. */
export function readMetadata(blocks: readonly DocumentBlock[], article: Article): Metadata {
  const titleAt = blocks.findIndex((block) => block.role === 'title');
  const bylines = blocks.filter((block) => block.role === 'byline').map((block) => parseByline(block.text));
  // A date above the title may be the day the page was read.
  const below = blocks
    .filter((block) => block.role === 'byline' && block.index > titleAt)
    .map((block) => parseByline(block.text));
  const title = article.title ?? firstOf(blocks, 'title');
  const authors = bylines.flatMap((line) => line?.author ?? []);
  // "by gazette.example" says the site too; the people named in other bylines are the better authors.
  const people = new Set(authors.filter((author) => !isDomainName(author)));
  const byline = article.byline ?? (people.size > 0 ? [...people].join(', ') : authors[0]);
  const site = article.site ?? firstOf(blocks, 'site') ?? authors.find(isDomainName);
  const publishedAt = article.publishedAt ?? [...below, ...bylines].find((line) => line?.publishedAt)?.publishedAt;
  return {
    ...(title === undefined ? {} : { title }),
    ...(byline === undefined ? {} : { byline }),
    ...(site === undefined ? {} : { site }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}
