import type { Span } from '../moderation/model/span.ts';

/** Lines as one article, and the span of each in it. */
export interface JoinedLines {
  readonly text: string;
  readonly spans: readonly Span[];
}

const SEPARATOR = '\n\n';

/** Joins block-level lines by blank lines. */
export function joinLines(lines: readonly string[]): JoinedLines {
  const spans: Span[] = [];
  let at = 0;
  for (const line of lines) {
    spans.push({ start: at, end: at + line.length });
    at += line.length + SEPARATOR.length;
  }
  return { text: lines.join(SEPARATOR), spans };
}
