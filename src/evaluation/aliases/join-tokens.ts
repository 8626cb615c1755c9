import type { Span } from '../../moderation/model/span.ts';
import { isAttached } from '../gum/is-attached.ts';

const SENTENCE_END = /^[.?!]$/u;
/** Sentences of a paragraph; the data does not say where paragraphs end. */
const PER_PARAGRAPH = 5;

interface JoinedText {
  readonly text: string;
  readonly places: readonly Span[];
}

/** Tokens as running text in paragraphs of five sentences, with the place of each token. */
export function joinTokens(tokens: readonly string[]): JoinedText {
  const places: Span[] = [];
  let text = '';
  let sentences = 0;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const isClosed = before !== undefined && SENTENCE_END.test(before);
    if (isClosed) sentences++;
    const gap = isClosed && sentences % PER_PARAGRAPH === 0 ? '\n\n' : ' ';
    text += before === undefined || isAttached(before, token) ? token : gap + token;
    places.push({ start: text.length - token.length, end: text.length });
  }
  return { text, places };
}
