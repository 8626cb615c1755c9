import { createRequire } from 'node:module';
import type { FormatReaders } from './moderation/model/format-readers.ts';

// Half of what Copydesk loads are the parsers of HTML and Markdown. They wait for the first article of their format, and
// are loaded with `require`, because `moderate` is synchronous.
const require = createRequire(import.meta.url);
const loadHtml = (): typeof import('./moderation/read/html/read-html.ts') => require('./moderation/read/html/read-html.ts');
const loadMarkdown = (): typeof import('./moderation/read/markdown/read-markdown.ts') =>
  require('./moderation/read/markdown/read-markdown.ts');

/** The readers of formats with markup, each loaded when it is used first. */
export const loadReaders: FormatReaders = {
  readHtml: (article, ruleset, restored) => loadHtml().readHtml(article, ruleset, restored),
  readMarkdown: (source) => loadMarkdown().readMarkdown(source),
};
