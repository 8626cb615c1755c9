import type { Span } from '../model/span.ts';
import { endOfLine, skipLineEnd } from './end-of-line.ts';

/** The data at the head of a Markdown text; the span covers its fences. */
export interface FrontMatter extends Span {
  readonly language: 'yaml' | 'toml';
  /** What stands between the fences. */
  readonly value: string;
}

/** A key, a comment, a part of a list or of a table: what data begin with and an article does not. */
const DATA = /^(?:#|["']?[\p{L}_][\p{L}\p{N}_ .-]{0,60}["']?\s?[:=](?:\s|$)|[-{[]|\s)/u;

function trimEnd(line: string): string {
  return line.length > 100 ? line : line.trimEnd();
}

/** Front matter at the head of a text, between lines of `---` or `+++`. Two rules with text between them are none. Linear. */
export function findFrontMatter(source: string): FrontMatter | undefined {
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fence = source.slice(start, start + 3);
  if (fence !== '---' && fence !== '+++') return undefined;
  const firstEnd = endOfLine(source, start);
  if (trimEnd(source.slice(start, firstEnd)) !== fence) return undefined;
  const bodyStart = skipLineEnd(source, firstEnd);
  let at = bodyStart;
  while (at < source.length) {
    const end = endOfLine(source, at);
    const line = source.slice(at, end);
    const isClosed = trimEnd(line) === fence || (fence === '---' && trimEnd(line) === '...');
    if (isClosed) return { start, end, language: fence === '---' ? 'yaml' : 'toml', value: source.slice(bodyStart, at) };
    if (at === bodyStart && !DATA.test(line.slice(0, 100))) return undefined;
    at = skipLineEnd(source, end);
  }
  return undefined;
}
