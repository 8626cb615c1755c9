export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

const OPENING = /^(?:<!--|(?:\/\/|\/\*)?\s{0,9}<!\[CDATA\[)\s{0,9}(?:\*\/)?/u;
const CLOSING = /(?:-->|(?:\/\/|\/\*)?\s{0,9}\]\]>\s{0,9}(?:\*\/)?)[\s;]{0,9}$/u;
const CONTROLS = /\p{Cc}/gu;

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(text.length, at + 1);
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

/** What scripts of many pages get wrong: line ends inside strings, and commas behind the last member. */
function mend(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at] ?? '';
    let end = at + 1;
    if (sign === '"') {
      end = endOfString(text, at);
      parts.push(text.slice(at, end).replace(CONTROLS, ' '));
    } else if (sign === ',') {
      end = skipBlank(text, end);
      if (text[end] !== ']' && text[end] !== '}') parts.push(sign);
    } else parts.push(sign);
    at = end;
  }
  return parts.join('');
}

function tryParse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The data in a script; nothing when it is broken. What nests however deep is read: JSON.parse either can or throws. */
export function parseDataScript(text: string): Json | undefined {
  const parsed = tryParse(text);
  if (parsed !== undefined) return parsed;
  return tryParse(mend(text.trim().replace(OPENING, '').replace(CLOSING, '')));
}
