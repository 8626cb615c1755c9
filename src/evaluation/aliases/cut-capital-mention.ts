import type { Span } from '../../moderation/model/span.ts';

const CAPITAL = /^\p{Lu}/u;
/** Words that have their capital from the beginning of a sentence, or are written so always and name nothing. */
const CLOSED_CLASS =
  /^(?:the|an?|this|that|these|those|its|his|her|their|our|my|your|i|you|he|she|it|we|they|me|him|them|mine|yours|hers|ours|theirs|who|whom|which|what|one|there|here|both|all|some|any|each|no|many|most|(?:my|your|him|her|it|our|them)sel(?:f|ves))$/iu;
const DETERMINER = /^(?:the|an?|this|that|these|those|its|his|her|their|our|my|your)$/iu;
const WORD = /^[\p{L}\p{N}]/u;

/**
 * A mention with a capital, whole, in tokens, but for the determiner in front and the signs behind: descriptions that hold a name,
 * titles, and words that begin a sentence as well. Nothing when no word but pronouns and the like has a capital.
 */
export function cutCapitalMention(tokens: readonly string[], { start, end }: Span): Span | undefined {
  if (!tokens.slice(start, end).some((token) => CAPITAL.test(token) && (token === 'US' || !CLOSED_CLASS.test(token))))
    return undefined;
  let to = end;
  while (to > start && !WORD.test(tokens[to - 1] ?? '')) to--;
  const from = DETERMINER.test(tokens[start] ?? '') ? start + 1 : start;
  return from < to ? { start: from, end: to } : undefined;
}
