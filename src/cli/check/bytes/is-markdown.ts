/** Front matter: a block of fields between lines of three hyphens at the very beginning. */
const FRONT_MATTER = /^---[\t ]*\r?\n[A-Za-z_][\w-]{0,60}:(?:[\t ]|\r?\n)/u;
const FRONT_MATTER_END = /\r?\n(?:---|\.\.\.)[\t ]*(?:\r?\n|$)/u;

/** What plain text hardly holds. Two of them are sure. */
const SIGNS: readonly RegExp[] = [
  /^#{1,6} \S/mu,
  /\]\((?:https?:|mailto:|\/|#|\.\.?\/)/u,
  /^(?:```|~~~)/mu,
  /(?<![*\w])\*\*[^\s*][^*\n]{0,200}\*\*(?![*\w])/u,
  /^\[[^\]\n]{1,100}\]: \S/mu,
  /^\|[^\n]{0,500}\|\r?\n\|[ :|-]{3,500}\|/mu,
];
const SURE = 2;

/** True when a text surely is Markdown: by front matter, or by two signs of different kinds. */
export function isMarkdown(beginning: string): boolean {
  if (FRONT_MATTER.test(beginning) && FRONT_MATTER_END.test(beginning)) return true;
  return SIGNS.filter((sign) => sign.test(beginning)).length >= SURE;
}
