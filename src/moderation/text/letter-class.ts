/** Classes of code points that words are told by. */
export const LETTER_CLASS = { other: 0, letter: 1, number: 2, mark: 3 } as const;

const UNKNOWN = 255;
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/\p{L}/u, LETTER_CLASS.letter],
  [/\p{N}/u, LETTER_CLASS.number],
  [/\p{M}/u, LETTER_CLASS.mark],
];

// A memo of a pure function, filled as characters are met: regular expressions per character would be the cost.
const classes = new Uint8Array(0x10000).fill(UNKNOWN);

function readClass(character: string): number {
  return KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? LETTER_CLASS.other;
}

function learnClass(unit: number): number {
  const found = readClass(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

/** Code units of the code point at `at` that begins with `unit`, where it is a letter, a number or a mark. */
export const widthOf = (unit: number): number => ((unit & 0xfc00) === 0xd800 ? 2 : 1);

/**
 * Class of the code point that begins at `at`, by `\p{L}`, `\p{N}` and `\p{M}`; what stands at `end` and after is not looked at.
 * Half a code point is of no class.
 */
export function letterClass(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  const known = classes[unit] ?? UNKNOWN;
  if ((unit & 0xfc00) !== 0xd800) return known === UNKNOWN ? learnClass(unit) : known;
  const isWhole = at + 1 < end && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
  return isWhole ? readClass(text.slice(at, at + 2)) : LETTER_CLASS.other;
}
