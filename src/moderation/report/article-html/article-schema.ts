import type { Schema } from 'hast-util-sanitize';

const TABLE = ['table'];
const WEB = ['http', 'https'];

/**
 * What an article may hold, whatever made the tree: every element and attribute by name, addresses of the web in full.
 * Nothing here can run, load by itself (but pictures, late), name anything, or look like anything but text.
 */
export const ARTICLE_SCHEMA: Schema = {
  allowComments: false,
  allowDoctypes: false,
  strip: ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math'],
  clobber: ['id', 'name'],
  clobberPrefix: 'article-',
  required: {},
  tagNames: [
    ...['article', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre'],
    ...['figure', 'figcaption', 'img', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
    ...['a', 'em', 'strong', 'b', 'i', 'u', 's', 'sub', 'sup', 'abbr', 'time', 'q', 'cite', 'del', 'ins', 'mark', 'small'],
    ...['code', 'kbd', 'samp', 'var', 'dfn', 'bdi'],
  ],
  ancestors: {
    caption: TABLE,
    thead: TABLE,
    tbody: TABLE,
    tfoot: TABLE,
    tr: TABLE,
    td: TABLE,
    th: TABLE,
    li: ['ul', 'ol'],
    dt: ['dl'],
    dd: ['dl'],
    figcaption: ['figure'],
  },
  attributes: {
    '*': ['lang', ['dir', 'ltr', 'rtl', 'auto']],
    a: [
      ['href', /^(?:https?:\/\/|mailto:)/u],
      ['rel', 'nofollow', 'noopener', 'noreferrer'],
    ],
    img: [['src', /^https?:\/\//u], 'alt', ['loading', 'lazy']],
    abbr: ['title'],
    time: ['dateTime'],
    del: ['dateTime'],
    ins: ['dateTime'],
    q: [['cite', /^https?:\/\//u]],
    blockquote: [['cite', /^https?:\/\//u]],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    li: ['value'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
  },
  protocols: { href: [...WEB, 'mailto'], src: WEB, cite: WEB },
};
