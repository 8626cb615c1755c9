import type { Properties } from 'hast';
import { cutText } from '../cut-text.ts';
import { replaceControls } from '../replace-controls.ts';
import { readAttribute } from './read-attribute.ts';
import type { Addresses } from './resolve-addresses.ts';
import type { SourceElement, Wrapper } from './source-tree.ts';

const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,8}$/iu;
const INTEGER = /^-?\d{1,6}$/u;
const MAX_COLUMNS = 100;
const MAX_ROWS = 1000;
/** Code points of a text in an attribute. */
const MAX_TEXT = 200;
const MAX_ALT = 1000;
/** Attributes that pages put a picture's address in, so that it is loaded late; `src` holds a blank then. */
const SOURCES = ['src', 'data-src', 'data-lazy-src', 'data-original'];

const readText = (element: SourceElement, name: string, limit = MAX_TEXT): string | undefined => {
  const value = readAttribute(element, name)?.trim();
  return value === undefined || value === '' ? undefined : replaceControls(cutText(value, limit));
};

function readInteger(element: SourceElement, name: string): number | undefined {
  const value = readAttribute(element, name)?.trim() ?? '';
  return INTEGER.test(value) ? Number(value) : undefined;
}

function readCount(element: SourceElement, name: string, limit: number): number | undefined {
  const count = readInteger(element, name);
  return count !== undefined && count > 1 ? Math.min(count, limit) : undefined;
}

function readChoice(element: SourceElement, name: string, choices: readonly string[]): string | undefined {
  const value = readAttribute(element, name)?.trim() ?? '';
  return choices.find((choice) => choice === value || choice === value.toLowerCase());
}

function readCell(element: SourceElement): Properties {
  return { colSpan: readCount(element, 'colspan', MAX_COLUMNS), rowSpan: readCount(element, 'rowspan', MAX_ROWS) };
}

function readOwn({ tag, element }: Wrapper, addresses: Addresses): Properties {
  switch (tag) {
    case 'a':
      return { href: addresses.link(readAttribute(element, 'href')), rel: ['nofollow', 'noopener', 'noreferrer'] };
    case 'abbr':
      return { title: readText(element, 'title') };
    case 'time':
    case 'del':
    case 'ins':
      return { dateTime: readText(element, 'datetime') };
    case 'q':
    case 'blockquote':
      return { cite: addresses.web(readAttribute(element, 'cite')) };
    case 'ol':
      return {
        start: readInteger(element, 'start'),
        reversed: readAttribute(element, 'reversed') === undefined ? undefined : true,
        type: readChoice(element, 'type', ['1', 'a', 'A', 'i', 'I']),
      };
    case 'li':
      return { value: readInteger(element, 'value')?.toString() };
    case 'th':
      return { ...readCell(element), scope: readChoice(element, 'scope', ['col', 'row', 'colgroup', 'rowgroup']) };
    case 'td':
      return readCell(element);
    default:
      return {};
  }
}

/** What an element of the article keeps of its source's attributes; nothing for a link that leads nowhere. */
export function readProperties(wrapper: Wrapper, addresses: Addresses): Properties | undefined {
  const { tag, element } = wrapper;
  const own = element.tag === tag || tag === 'abbr' ? readOwn(wrapper, addresses) : {};
  if (tag === 'a' && own.href === undefined) return undefined;
  const lang = readAttribute(element, 'lang')?.trim() ?? '';
  return {
    ...own,
    lang: LANGUAGE.test(lang) ? lang : undefined,
    dir: readChoice(element, 'dir', ['ltr', 'rtl', 'auto']),
  };
}

/** A picture by its address and what it shows; nothing without an address of the web, and for a dot that counts readers. */
export function readImage(element: SourceElement, addresses: Addresses): Properties | undefined {
  const sizes = [readInteger(element, 'width'), readInteger(element, 'height')];
  if (sizes.some((size) => size !== undefined && size <= 1)) return undefined;
  const src = SOURCES.map((name) => addresses.web(readAttribute(element, name))).find((address) => address !== undefined);
  if (src === undefined) return undefined;
  return { src, alt: readText(element, 'alt', MAX_ALT) ?? '', loading: 'lazy' };
}
