/** Cyrillic, Greek and Armenian letters that look like the Latin letter beside them; lower case. */
const PAIRS = 'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwкkмmтtнhвbгrпnзzѵvɡgοoαaνvιiκkρpτtυuεeχxηnωwσoօoսuոnհhցg';

const LATIN: ReadonlyMap<number, number> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, at) => [PAIRS.charCodeAt(at * 2), PAIRS.charCodeAt(at * 2 + 1)]),
);

/** The Latin letter that a folded letter of another alphabet looks like, or the letter itself. One UTF-16 code unit. */
export function unmaskLetter(unit: number): number {
  return unit < 0x80 ? unit : (LATIN.get(unit) ?? unit);
}
