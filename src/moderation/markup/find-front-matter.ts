import type { Span } from '../model/span.ts';
import { endOfLine, skipLineEnd } from './end-of-line.ts';
import { type FrontMatterFacts, parseFrontMatter } from './parse-front-matter.ts';

/** The data at the head of a Markdown text; the span covers its fences. */
export interface FrontMatter extends Span {
  readonly facts: FrontMatterFacts;
}

function trimEnd(line: string): string {
  return line.length > 100 ? line : line.trimEnd();
}

/**
 * Front matter at the head of a text, between lines of `---` or `+++`: what reads as data there. Anything else between two
 * rules is text. Linear.
 */
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
    if (isClosed) {
      const facts = parseFrontMatter(fence === '---' ? 'yaml' : 'toml', source.slice(bodyStart, at));
      return facts && { start, end, facts };
    }
    if (at === bodyStart && line.trim() === '') return undefined;
    at = skipLineEnd(source, end);
  }
  return undefined;
}
