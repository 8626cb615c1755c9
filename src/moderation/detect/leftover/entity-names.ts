/** Entities of HTML that articles hold, each name with its character; of letters the small ones, capitals follow from them. */
const SIGNS =
  'amp& lt< gt> quot" apos\' lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ laquo« raquo» lsaquo‹ rsaquo› ndash– mdash— hellip… bull• middot· copy© reg® trade™ deg° euro€ pound£ yen¥ cent¢ sect§ para¶ times× divide÷ plusmn± minus− frac12½ frac14¼ frac34¾ sup1¹ sup2² sup3³ microµ ordfª ordmº iexcl¡ iquest¿ larr← uarr↑ rarr→ darr↓ dagger† permil‰ prime′ infin∞ asymp≈ ne≠ le≤ ge≥ hearts♥ star☆ check✓ szligß acute´ uml¨ cedil¸ macr¯ brvbar¦ not¬ curren¤ tilde˜ circˆ';
const LETTERS =
  'aacuteá agraveà acircâ atildeã aumlä aringå aeligæ ccedilç eacuteé egraveè ecircê eumlë iacuteí igraveì icircî iumlï ntildeñ oacuteó ograveò ocircô otildeõ oumlö oslashø oeligœ uacuteú ugraveù ucircû uumlü yacuteý yumlÿ ethð thornþ scaronš zcaronž';
const SPACES: readonly (readonly [string, string])[] = [
  ...['nbsp', 'ensp', 'emsp', 'thinsp', 'Tab', 'NewLine'].map((name) => [name, ' '] as const),
  ...['zwnj', 'zwj', 'lrm', 'rlm', 'shy'].map((name) => [name, ''] as const),
];

function readPairs(list: string): readonly (readonly [string, string])[] {
  return list.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const);
}

const upper = (name: string): string =>
  /^(?:ae|oe)lig$/u.test(name) ? name.slice(0, 2).toUpperCase() + name.slice(2) : name.charAt(0).toUpperCase() + name.slice(1);

const letters = readPairs(LETTERS);

/** What stands for each entity: a character, a space, or nothing. */
export const ENTITY_NAMES: ReadonlyMap<string, string> = new Map([
  ...SPACES,
  ...readPairs(SIGNS),
  ...letters,
  ...letters.map(
    ([name, letter]) => [name === 'eth' || name === 'thorn' ? name.toUpperCase() : upper(name), letter.toUpperCase()] as const,
  ),
]);
