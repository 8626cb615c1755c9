import type { Sentence } from '../tokens/sentence.ts';
import { findRole } from './find-role.ts';
import type { NamedSpan } from './named-span.ts';
import type { NameToken } from './sequence/name-token.ts';
import { splitNameTokens } from './sequence/split-name-tokens.ts';

/**
 * Names with the roles that stand before persons, whichever recogniser found them. `sentences` and `spans` are in order of the
 * text. One pass over both.
 */
export function nameRoles(text: string, sentences: readonly Sentence[], spans: readonly NamedSpan[]): readonly NamedSpan[] {
  let row = 0;
  let words: readonly NameToken[] | undefined;
  let at = 0;
  return spans.map((span) => {
    if (span.type !== 'PER') return span;
    while ((sentences[row]?.end ?? Number.POSITIVE_INFINITY) <= span.start) {
      row++;
      words = undefined;
    }
    const sentence = sentences[row];
    if (!sentence) return span;
    if (!words) at = 0;
    words ??= splitNameTokens(text, sentence);
    while ((words[at]?.start ?? Number.POSITIVE_INFINITY) < span.start) at++;
    const role = words[at]?.start === span.start ? findRole(words, at) : undefined;
    return role ? { ...span, role } : span;
  });
}
