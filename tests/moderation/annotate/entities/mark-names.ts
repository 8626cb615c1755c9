import type { NamedSpan } from '../../../../src/moderation/annotate/entities/named-span.ts';
import type { EntityType } from '../../../../src/moderation/model/annotation.ts';

interface MarkedText {
  readonly text: string;
  readonly spans: readonly NamedSpan[];
}

const MARK = /\[(PER|LOC|ORG|MISC)(\?)? ([^\]]+)\]/gu;
const DOUBTFUL = 0.5;

/** A text in which names are marked: "[PER Ada Quill] left [LOC? Merrow]."; "?" makes the recogniser half sure. */
export function markNames(marked: string): MarkedText {
  const spans: NamedSpan[] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(MARK)) {
    const [whole, type, doubt, name = ''] = match;
    text += marked.slice(at, match.index);
    const span = { start: text.length, end: text.length + name.length };
    const confidence = doubt ? DOUBTFUL : 1;
    // Foreign data: the pattern allows nothing but types.
    spans.push({ ...span, type: type as EntityType, confidence, block: 0, sentence: span });
    text += name;
    at = match.index + whole.length;
  }
  return { text: text + marked.slice(at), spans };
}
