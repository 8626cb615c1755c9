import type { PageDocument, PageNode, PageTag } from '../../../markup/parse-page.ts';
import { isArticleType } from './is-article-type.ts';
import { isPageType } from './is-page-type.ts';
import type { PageScript, PageStatements } from './page-statements.ts';

/** UTF-16 code units of a value that are read, names of one kind, and values of a name. */
const MAX_VALUE = 2_000;
const MAX_NAMES = 500;
const MAX_VALUES = 20;
/** UTF-16 code units of scripts of data: of each, and of all together. */
const MAX_SCRIPT = 256 * 1024;
const MAX_SCRIPTS = 1024 * 1024;

/** Names of elements in which the author stands, and of those that tell of authors or hold comments. */
const BYLINE = /(?:^|[\s_-])(?:author|byline|autor|auteur)(?:name)?(?:$|[\s_-])/iu;
const NO_BYLINE = /comment|kommentar|bio|social|avatar|image/iu;
/** UTF-16 code units of a byline. */
const MAX_BYLINE = 120;

/** An item of microdata: what it is, and which property of another one. */
interface Item {
  readonly type: 'article' | 'page' | 'other';
  readonly property: string;
  readonly parent: Item | undefined;
}

interface Step {
  readonly node: PageNode;
  readonly item: Item | undefined;
  readonly isInArticle: boolean;
}

type Values = Map<string, string[]>;

function add(values: Values, name: string, value: string): void {
  const key = name.trim().toLowerCase();
  const known = values.get(key);
  if (known === undefined && values.size < MAX_NAMES) values.set(key, [value.slice(0, MAX_VALUE)]);
  else if (known !== undefined && known.length < MAX_VALUES) known.push(value.slice(0, MAX_VALUE));
}

function attribute(tag: PageTag, name: string): string | undefined {
  return tag.attrs.find((attr) => attr.name === name)?.value;
}

function textOf(tag: PageTag): string {
  const parts: string[] = [];
  let length = 0;
  const stack: PageNode[] = [tag];
  for (let node = stack.pop(); node && length < MAX_VALUE; node = stack.pop()) {
    if ('value' in node && node.nodeName === '#text') {
      parts.push(node.value.slice(0, MAX_VALUE));
      length += node.value.length;
    } else if ('childNodes' in node) {
      for (let at = Math.min(node.childNodes.length, MAX_VALUE) - 1; at >= 0; at--) {
        const child = node.childNodes[at];
        if (child) stack.push(child);
      }
    }
  }
  return parts.join('').slice(0, MAX_VALUE);
}

function typeOf(address: string): Item['type'] {
  const name = address.trim().split('/').at(-1) ?? '';
  if (isArticleType(name)) return 'article';
  return isPageType(name) ? 'page' : 'other';
}

class StatementGatherer {
  readonly metas: Values = new Map();
  readonly article: Values = new Map();
  readonly page: Values = new Map();
  readonly scripts: PageScript[] = [];
  readonly authors: string[] = [];
  readonly bylines: string[] = [];
  private authorsParent: unknown;
  private readonly published: string[] = [];
  private readonly times: string[] = [];
  private scriptLength = 0;
  private main: Item | undefined;
  private title: string | undefined;
  private canonical: string | undefined;
  private base: string | undefined;
  private language: string | undefined;

  /** Reads an element; returns the item that its content belongs to. */
  visit(tag: PageTag, item: Item | undefined, isInArticle: boolean): Item | undefined {
    this.readTag(tag, isInArticle);
    this.readByline(tag);
    const property = attribute(tag, 'itemprop')?.slice(0, 200).trim();
    const isItem = attribute(tag, 'itemscope') !== undefined;
    if (property && !isItem) this.readProperty(tag, property, item);
    if (!isItem) return item;
    const inner: Item = { type: typeOf(attribute(tag, 'itemtype') ?? ''), property: property ?? '', parent: item };
    if (inner.type === 'article') this.main ??= inner;
    return inner;
  }

  private readTag(tag: PageTag, isInArticle: boolean): void {
    switch (tag.tagName) {
      case 'html':
        this.language ??= attribute(tag, 'lang') ?? attribute(tag, 'xml:lang');
        break;
      case 'meta':
        this.readMeta(tag);
        break;
      case 'title':
        this.title ??= textOf(tag);
        break;
      case 'base':
        this.base ??= attribute(tag, 'href');
        break;
      case 'link':
        if (attribute(tag, 'rel')?.toLowerCase() === 'canonical') this.canonical ??= attribute(tag, 'href');
        break;
      case 'script':
        if (/ld\+json/iu.test(attribute(tag, 'type')?.slice(0, 60) ?? '')) this.readScript(tag);
        break;
      case 'a':
        this.readAuthorLink(tag);
        break;
      case 'time':
        this.readTime(tag, isInArticle);
        break;
      default:
    }
  }

  private readMeta(tag: PageTag): void {
    const content = attribute(tag, 'content');
    if (content === undefined || content === '') return;
    const names = ['property', 'name', 'http-equiv'].flatMap((key) => attribute(tag, key)?.slice(0, 100) ?? []);
    for (const name of new Set(names)) add(this.metas, name, content);
  }

  private readScript(tag: PageTag): void {
    const [node] = tag.childNodes;
    if (!node || !('value' in node) || !node.sourceCodeLocation) return;
    const { value: text, sourceCodeLocation: at } = node;
    if (text.length > MAX_SCRIPT || this.scriptLength + text.length > MAX_SCRIPTS) return;
    this.scriptLength += text.length;
    this.scripts.push({ text, start: at.startOffset, end: at.endOffset });
  }

  private readByline(tag: PageTag): void {
    const name = attribute(tag, 'class')?.slice(0, 200) ?? '';
    if (this.bylines.length >= MAX_VALUES || !BYLINE.test(name) || NO_BYLINE.test(name)) return;
    const text = textOf(tag).trim();
    if (text.length > 0 && text.length <= MAX_BYLINE) this.bylines.push(text);
  }

  /** Authors of one article stand side by side; those of others elsewhere. */
  private readAuthorLink(tag: PageTag): void {
    if (!/(?:^|\s)author(?:\s|$)/iu.test(attribute(tag, 'rel')?.slice(0, 100) ?? '')) return;
    this.authorsParent ??= tag.parentNode;
    if (this.authorsParent === tag.parentNode && this.authors.length < MAX_VALUES) this.authors.push(textOf(tag));
  }

  private readTime(tag: PageTag, isInArticle: boolean): void {
    const date = attribute(tag, 'datetime')?.slice(0, MAX_VALUE);
    if (date === undefined) return;
    const isPublished =
      attribute(tag, 'pubdate') !== undefined || /\bpublished\b/iu.test(attribute(tag, 'class')?.slice(0, 200) ?? '');
    if (isPublished && this.published.length < MAX_VALUES) this.published.push(date);
    else if (isInArticle && this.times.length < MAX_VALUES) this.times.push(date);
  }

  private readProperty(tag: PageTag, property: string, item: Item | undefined): void {
    const value = attribute(tag, 'content') ?? attribute(tag, 'datetime') ?? textOf(tag);
    for (const name of property.split(/\s+/u)) {
      // The name of a person is the author when the person is.
      if (name === 'name' && item?.type === 'other' && item.parent) this.addProperty(item.parent, item.property, value);
      else this.addProperty(item, name, value);
    }
  }

  private addProperty(item: Item | undefined, name: string, value: string): void {
    if (item && item === this.main) add(this.article, name, value);
    else if (item === undefined || item.type === 'page') add(this.page, name, value);
  }

  finish(): PageStatements {
    const { metas, article, page, scripts, authors, bylines, title, canonical, base, language } = this;
    return {
      metas,
      article,
      page,
      scripts,
      authors,
      bylines,
      times: [...this.published, ...this.times],
      ...(title === undefined ? {} : { title }),
      ...(canonical === undefined ? {} : { canonical }),
      ...(base === undefined ? {} : { base }),
      ...(language === undefined ? {} : { language }),
    };
  }
}

/** Everything in which a page may state something of its article. One walk over the tree. */
export function gatherStatements(document: PageDocument): PageStatements {
  const gatherer = new StatementGatherer();
  const stack: Step[] = [];
  const push = (nodes: readonly PageNode[], item: Item | undefined, isInArticle: boolean): void => {
    for (let at = nodes.length - 1; at >= 0; at--) {
      const node = nodes[at];
      if (node && 'tagName' in node) stack.push({ node, item, isInArticle });
    }
  };
  push(document.childNodes, undefined, false);
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node, item, isInArticle } = step;
    if (!('tagName' in node)) continue;
    const inner = gatherer.visit(node, item, isInArticle);
    push(node.childNodes, inner, isInArticle || node.tagName === 'article' || node.tagName === 'main');
  }
  return gatherer.finish();
}
