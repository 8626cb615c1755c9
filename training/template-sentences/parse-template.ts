import { ENTITY_TYPES, type EntityType } from '../../src/moderation/model/annotation.ts';

/** A part of a template. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string; readonly key: string }
  | { readonly kind: 'choice'; readonly options: readonly (readonly Part[])[] }
  | { readonly kind: 'name'; readonly type: EntityType; readonly parts: readonly Part[] };

/** Where the reading of a template stands. */
interface Cursor {
  readonly source: string;
  at: number;
}

const NAME_HEAD = /^<(\p{Lu}+):/u;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

function readSlot(cursor: Cursor): Part {
  const end = cursor.source.indexOf('}', cursor.at);
  const match = /^([a-zA-Z]+)(\d*)$/u.exec(cursor.source.slice(cursor.at + 1, end));
  if (end < 0 || !match) throw new Error(`no slot at ${cursor.at}: ${cursor.source}`);
  cursor.at = end + 1;
  return { kind: 'slot', name: match[1] ?? '', key: match[2] ?? '' };
}

function readChoice(cursor: Cursor, open: string): readonly Part[] {
  cursor.at++;
  const options: (readonly Part[])[] = open === '[' ? [[]] : [];
  const closing = CLOSING[open] ?? '';
  for (;;) {
    options.push(readParts(cursor, closing));
    const sign = cursor.source[cursor.at++];
    if (sign === closing && options.length > 1) return [{ kind: 'choice', options }];
    if (sign === closing) return [{ kind: 'text', text: open }, ...(options[0] ?? []), { kind: 'text', text: closing }];
    if (sign !== '|') throw new Error(`no ${closing}: ${cursor.source}`);
  }
}

function readName(cursor: Cursor): Part {
  const head = NAME_HEAD.exec(cursor.source.slice(cursor.at))?.[1] ?? '';
  const type = ENTITY_TYPES.find((each) => each === head);
  if (!type) throw new Error(`no type at ${cursor.at}: ${cursor.source}`);
  cursor.at += head.length + 2;
  const parts = readParts(cursor, '>');
  if (cursor.source[cursor.at++] !== '>') throw new Error(`no >: ${cursor.source}`);
  return { kind: 'name', type, parts };
}

const isName = ({ source, at }: Cursor): boolean => source[at] === '<' && NAME_HEAD.test(source.slice(at));

function readText(cursor: Cursor, closing: string): string {
  let text = '';
  while (cursor.at < cursor.source.length) {
    const sign = cursor.source[cursor.at] ?? '';
    if ('{(['.includes(sign) || isName(cursor) || (closing !== '' && (sign === closing || sign === '|'))) break;
    if (sign === '\\') cursor.at++;
    text += cursor.source[cursor.at++] ?? '';
  }
  return text;
}

function readParts(cursor: Cursor, closing: string): readonly Part[] {
  const parts: Part[] = [];
  while (cursor.at < cursor.source.length) {
    const sign = cursor.source[cursor.at] ?? '';
    if (closing !== '' && (sign === closing || sign === '|')) break;
    if (sign === '{') parts.push(readSlot(cursor));
    else if (isName(cursor)) parts.push(readName(cursor));
    else if (sign === '(' || sign === '[') parts.push(...readChoice(cursor, sign));
    else parts.push({ kind: 'text', text: readText(cursor, closing) });
  }
  return parts;
}

/**
 * Reads a template: `{slot}` is filled, `{slot1}` is filled with the same thing wherever it has this number, `(a|b)` is one of them,
 * `[a]` is there or not,
 * parentheses around only one thing are parentheses of the text, `<ORG:Bank of {city}>` is one name, `\` takes the next sign as it is. Throws on a bracket that is not closed.
 */
export function parseTemplate(source: string): readonly Part[] {
  const cursor = { source, at: 0 };
  return readParts(cursor, '');
}
