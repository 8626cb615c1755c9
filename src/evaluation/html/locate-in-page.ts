import type { Span } from '../../moderation/model/span.ts';
import { findFolded } from './find-folded.ts';
import { pageText } from './page-text.ts';
import type { TextNode } from './text-node.ts';

/** Where a passage first stands in the texts of a page: in the source, whole texts. */
export function locateInPage(nodes: readonly TextNode[], segment: string): Span | undefined {
  const found = findFolded(pageText(nodes), segment);
  if (!found) return undefined;
  let at = 0;
  const touched = nodes.filter(({ text, path }) => {
    const start = at;
    at += text.length;
    return path !== '' && start < found.end && at > found.start;
  });
  const first = touched[0];
  const last = touched.at(-1);
  return first && last ? { start: first.start, end: last.end } : undefined;
}
