import type { Article, ArticleFormat } from '../../../src/moderation/model/article.ts';
import { articleText } from '../../texts/article-text.ts';
import { writeWebPage } from '../write-web-page.ts';

/** The part of a page that is the text of its article. */
const TEXT_OF_PAGE = 0.41;
/** UTF-16 code units: a page of less text is none. */
const SHORTEST = 200;
const LONGEST_HEADING = 80;
/** Of so many paragraphs one is a list, and one a quotation. */
const CYCLE = 7;

const toItems = (paragraph: string): string =>
  paragraph
    .split('. ')
    .map((item) => `- ${item}`)
    .join('\n');

/** Sets a plain text in Markdown: headings, lists, quotations, links and emphasis as authors write them. */
function setMarkdown(text: string): string {
  return text
    .split('\n\n')
    .map((block, at) => {
      if (at === 0) return `# ${block}`;
      if (block.length < LONGEST_HEADING && !/[.!?”]$/u.test(block)) return `## ${block}`;
      if (at % CYCLE === 3) return toItems(block);
      if (at % CYCLE === 5) return `> ${block}`;
      return block.replace(/\b([A-Z][a-z]{4,})/u, '[$1](/topics/$1)').replace(/ (when|whether|about) /u, ' *$1* ');
    })
    .join('\n\n');
}

/** An article of about `size` UTF-16 code units in its format. The same size gives the same article. */
export function writeSizedArticle(format: ArticleFormat, size: number): Article {
  if (format === 'html') {
    return { id: 'growth', format, text: writeWebPage(articleText(Math.max(SHORTEST, Math.round(size * TEXT_OF_PAGE)))) };
  }
  const text = articleText(size);
  return { id: 'growth', format, text: format === 'markdown' ? setMarkdown(text) : text };
}
