import { ALPHABET_CYRILLIC, ALPHABET_LATIN } from './masked-alphabet.ts';

/** Cyrillic, Greek and Armenian letters that look like the Latin letter beside them; lower case. */
const TO_LATIN = 'аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwкkмmтtнhвbгrпnзzѵvɡgοoαaνvιiκkρpτtυuεeχxηnωwσoօoսuոnհhցg';
/** Latin and Greek letters and digits that stand for the Cyrillic letter beside them; lower case. */
const TO_CYRILLIC = 'aаeеoоpрcсyуxхiиjјsѕkкmмtтhнbвrгnпuи3з0о6бοоαаεеρрυуχхκкτтνвιи';

function readPairs(pairs: string): ReadonlyMap<number, number> {
  return new Map(Array.from({ length: pairs.length / 2 }, (_, at) => [pairs.charCodeAt(at * 2), pairs.charCodeAt(at * 2 + 1)]));
}

const LATIN = readPairs(TO_LATIN);
const CYRILLIC = readPairs(TO_CYRILLIC);

/** The letter of `alphabet` that a folded letter of another one looks like, or the letter itself. One UTF-16 code unit. */
export function unmaskLetter(unit: number, alphabet: number): number {
  if (alphabet === ALPHABET_LATIN) return unit < 0x80 ? unit : (LATIN.get(unit) ?? unit);
  return alphabet === ALPHABET_CYRILLIC ? (CYRILLIC.get(unit) ?? unit) : unit;
}
