import type { Span } from '../../moderation/model/span.ts';

/** Lower-case words that stand inside a name. */
const INNER = /^(?:of|for|the|and|de|del|della|di|da|do|dos|du|des|la|le|les|el|al|van|von|der|den|bin|ibn|y|et|und|&|-|–|\/)$/u;
const PRONOUN =
  /^(?:i|you|he|she|it|we|they|me|him|us|them|mine|yours|hers|ours|theirs|(?:my|your|him|her|it|our|them)sel(?:f|ves)|who|whom|one|there|here|both|all|some)$/iu;
const DETERMINER = /^(?:the|a|an|this|that|these|those|its|his|her|their|our|my|your)$/iu;
const INDEFINITE = /^(?:a|an)$/iu;
const NAME_WORD = /^\p{Lu}|^[dl]['’]\p{Lu}|^\p{Ll}{1,2}-?\p{Lu}|^\p{N}+$/u;
const WORD = /^[\p{L}\p{N}]/u;
/** Words that make what follows a part of a description: "a museum in Aldane" names no place. */
const RELATION = /^(?:of|for|in|at|on|by|from|with|to|called|named|known|and|or|as|about|between|under|after|near)$/iu;
/** What follows one of these tells more about the thing, after its name. */
const AFTERWARD = /^(?:[,;([“"–]|in|at|on|from|near|with|who|which|that|where|whose|known|called|born)$/u;

/** End of what stands before the first comma, bracket, relative clause or preposition of place. */
function findHeadEnd(tokens: readonly string[], { start, end }: Span): number {
  for (let at = start + 1; at < end; at++) if (AFTERWARD.test(tokens[at] ?? '')) return at;
  return end;
}

function trimEnd(tokens: readonly string[], start: number, end: number): number {
  let to = end;
  while (to > start && !WORD.test(tokens[to - 1] ?? '')) to--;
  return to;
}

/** Start of the name that ends at `end`: names and the small words between them. */
function findNameStart(tokens: readonly string[], start: number, end: number): number {
  let from = end;
  for (let at = end - 1; at >= start; at--) {
    const token = tokens[at] ?? '';
    if (NAME_WORD.test(token) && !DETERMINER.test(token)) from = at;
    else if (!INNER.test(token)) break;
  }
  return from;
}

/**
 * The proper name in a mention, in tokens: without determiner and possessive, without lower-case words in front ("captain Ada Quill") and
 * without what follows a comma, a bracket, a relative pronoun or "in". Nothing for a pronoun, a description ("a port of Aldane", "the king")
 * and whatever begins with an indefinite article.
 */
export function trimMention(tokens: readonly string[], mention: Span): Span | undefined {
  const first = tokens[mention.start] ?? '';
  if (INDEFINITE.test(first) || (PRONOUN.test(first) && first !== 'US')) return undefined;
  const end = trimEnd(tokens, mention.start, findHeadEnd(tokens, mention));
  const start = findNameStart(tokens, mention.start, end);
  if (start >= end) return undefined;
  const before = tokens.slice(mention.start, start);
  return before.some((token) => RELATION.test(token)) ? undefined : { start, end };
}
