import { decodeHTML } from 'entities/decode';

/** Tags inside a word or between words of a line. All others part what stands before and after them. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Their content is no text. */
const RAW = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'head']);
const NAME = /[a-z][a-z0-9:-]{0,40}/y;
/** Bounded, because V8 keeps a stack of what a repetition has read. */
const BLANKS = /[\s\u00a0]{1,10000}/gu;

/** The end of the tag that begins at `at`: behind its `>` outside quotes, or the end of the text. */
function endOfTag(html: string, at: number): number {
  for (let index = at + 1; index < html.length; index++) {
    const sign = html[index];
    if (sign === '>') return index + 1;
    const opensQuote = (sign === '"' || sign === "'") && html[index - 1] === '=';
    if (!opensQuote) continue;
    const close = html.indexOf(sign, index + 1);
    if (close < 0) return html.length;
    index = close;
  }
  return html.length;
}

/** The end of what `mark` ends, or the end of the text. */
function endBehind(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function endOfContent(html: string, lower: string, name: string, from: number): number {
  const close = lower.indexOf(`</${name}`, from);
  return close < 0 ? html.length : endOfTag(html, close);
}

/** A piece of markup that begins at a "<": where it ends, and what stands for it; nothing when the sign stands for itself. */
function readMarkup(html: string, lower: string, at: number): { readonly end: number; readonly text: string } | undefined {
  if (html.startsWith('<!--', at)) return { end: endBehind(html, '-->', at + 2), text: '' };
  const sign = html[at + 1];
  if (sign === '!' || sign === '?') return { end: endBehind(html, '>', at + 1), text: '' };
  const isClose = sign === '/';
  NAME.lastIndex = isClose ? at + 2 : at + 1;
  const name = NAME.exec(lower)?.[0];
  if (name === undefined) return undefined;
  const end = endOfTag(html, at);
  const text = INLINE.has(name) ? '' : ' ';
  return RAW.has(name) && !isClose ? { end: endOfContent(html, lower, name, end), text } : { end, text };
}

/** ASCII only, so that offsets stay what they are. */
function lowerLetters(text: string): string {
  return text.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

/**
 * The words of a piece of HTML on one line, for people: tags, comments, scripts and styles dropped, character references
 * decoded, white space folded. A piece may begin or end anywhere. Linear in its length; no parser, nothing is built.
 */
export function stripMarkup(html: string): string {
  const lower = lowerLetters(html);
  const parts: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const markup = readMarkup(html, lower, at);
    if (!markup) {
      at++;
      continue;
    }
    parts.push(decodeHTML(html.slice(from, at)), markup.text);
    from = markup.end;
    at = markup.end;
  }
  parts.push(decodeHTML(html.slice(from)));
  return parts.join('').replace(BLANKS, ' ').replace(BLANKS, ' ').trim();
}
