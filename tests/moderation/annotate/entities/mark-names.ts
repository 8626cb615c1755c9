import type { NamedSpan } from '../../../../src/moderation/annotate/entities/named-span.ts';
import type { EntityType } from '../../../../src/moderation/model/annotation.ts';
import type { BlockKind } from '../../../../src/moderation/model/block.ts';

interface MarkedText {
  readonly text: string;
  readonly spans: readonly NamedSpan[];
}

const MARK = /\[(PER|LOC|ORG|MISC)(\?)? ([^\]]+)\]/gu;
const DOUBTFUL = 0.5;

const SENTENCE = /[^.\n]+\.?/gu;
const TITLE = /\b(Mr|Dr)\./gu;

/** The sentence of each name: up to the end of the line or a full stop that stands in no name and after no title. */
function addSentences(text: string, spans: readonly NamedSpan[]): readonly NamedSpan[] {
  let hidden = text;
  for (const { start, end } of spans) hidden = hidden.slice(0, start) + '-'.repeat(end - start) + hidden.slice(end);
  hidden = hidden.replaceAll(TITLE, '$1-');
  const sentences = [...hidden.matchAll(SENTENCE)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  return spans.map((span) => ({ ...span, sentence: sentences.find(({ end }) => end > span.start) ?? span.sentence }));
}

function kindOfLine(line: string): BlockKind {
  if (line.startsWith('# ')) return 'title';
  return line.startsWith('## ') ? 'heading' : 'paragraph';
}

/**
 * A text in which names are marked: "[PER Ada Quill] left [LOC? Merrow]."; "?" makes the recogniser half sure. A line behind "# " is a
 * title, one behind "## " a heading.
 */
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
    const blockKind = kindOfLine(text.slice(text.lastIndexOf('\n') + 1));
    spans.push({ ...span, type: type as EntityType, confidence, block: 0, blockKind, sentence: span });
    text += name;
    at = match.index + whole.length;
  }
  text += marked.slice(at);
  return { text, spans: addSentences(text, spans) };
}
