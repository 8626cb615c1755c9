import type { Article } from '../../moderation/model/article.ts';
import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import { HTML_PAGE } from '../../moderation/report/html-page.ts';
import { revealControls } from '../../moderation/report/reveal-controls.ts';
import { toArticleHtml } from '../../moderation/report/to-article-html.ts';
import { toDiff } from '../../moderation/report/to-diff.ts';
import { toJson } from '../../moderation/report/to-json.ts';
import { toMarkdown } from '../../moderation/report/to-markdown.ts';
import { toPage } from '../../moderation/report/to-page.ts';
import { toReport } from '../../moderation/report/to-report.ts';
import type { Fault } from './check-item.ts';
import type { OutputFormat } from './check-options.ts';
import type { Tally } from './tally.ts';
import { toFaultRecord } from './to-fault-record.ts';

/** How results become output, one at a time. */
export interface Renderer {
  readonly open: string;
  /** Stands between two drawings that are not empty. */
  readonly separator: string;
  readonly draw: (result: ModeratedArticle, article: Article) => string;
  /** What stands in the place of a result; empty where only stderr tells of it. */
  readonly drawFault: (fault: Fault) => string;
  readonly close: (tally: Tally) => string;
}

export interface RenderStyle {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
  /** True when the input may hold more than one article: JSON is a list then, texts carry their names. */
  readonly isMany: boolean;
}

const PLAIN: Pick<Renderer, 'open' | 'separator' | 'drawFault' | 'close'> = {
  open: '',
  separator: '',
  drawFault: () => '',
  close: () => '',
};

function renderReport({ colour, width, isMany }: RenderStyle): Renderer {
  const close = (tally: Tally): string => (isMany ? `\n${tally.describe()}\n` : '');
  const separator = `\n${'─'.repeat(width)}\n\n`;
  return { ...PLAIN, separator, draw: (result, { text }) => toReport(result, text, { colour, width }), close };
}

function renderJson({ isMany }: RenderStyle): Renderer {
  const start = isMany ? '\n' : '';
  return {
    open: isMany ? '[' : '',
    separator: ',',
    draw: (result) => start + toJson(result, 'pretty'),
    drawFault: (fault) => start + JSON.stringify(toFaultRecord(fault), undefined, 2),
    close: () => (isMany ? '\n]\n' : '\n'),
  };
}

const NDJSON: Renderer = {
  ...PLAIN,
  draw: (result) => `${toJson(result, 'line')}\n`,
  drawFault: (fault) => `${JSON.stringify(toFaultRecord(fault))}\n`,
};

function renderText({ isMany }: RenderStyle): Renderer {
  const name = (article: Article): string => (isMany ? `==> ${revealControls(article.id)} <==\n` : '');
  return { ...PLAIN, separator: '\n', draw: ({ text }, article) => `${name(article)}${text}${text === '' ? '' : '\n'}` };
}

/** The renderer of an output format. */
export function createRenderer(format: OutputFormat, style: RenderStyle): Renderer {
  switch (format) {
    case 'report':
      return renderReport(style);
    case 'json':
      return renderJson(style);
    case 'ndjson':
      return NDJSON;
    case 'text':
      return renderText(style);
    case 'markdown':
      return { ...PLAIN, separator: '\n---\n\n', draw: (result, { text }) => toMarkdown(result, text) };
    case 'diff':
      return { ...PLAIN, draw: (result, { text }) => toDiff(result, text, style) };
    case 'html':
      return { ...PLAIN, separator: '\n', draw: (result, { text }) => toArticleHtml(result, text) };
    case 'page':
      return { ...PLAIN, open: HTML_PAGE.open, draw: (result, { text }) => toPage(result, text), close: () => HTML_PAGE.close };
    default:
      return format satisfies never;
  }
}
