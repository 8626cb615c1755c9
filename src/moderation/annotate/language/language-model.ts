import model from '../../../../models/language-ngrams.json' with { type: 'json' };

/** Kinds of n-grams: inside a word, at its beginning, at its end, a whole word. */
export const INSIDE = 0;
export const OPENS_WORD = 1;
export const CLOSES_WORD = 2;

const LAST = 0x80;
const PAIR = 2;
/** Slots for each n-gram, at least. */
const MIN_ROOM = 2;

/** N-grams of one kind: slot `i` holds the key, and where the n-gram's scores begin in `bytes`; 0 where there is none. */
interface NgramGroup {
  readonly bytes: Uint8Array;
  readonly keys: Int32Array;
  readonly places: Int32Array;
}

/** N-grams of 60 languages; see `models/README.md`. */
export interface LanguageModel {
  readonly languages: readonly string[];
  /** By kind. */
  readonly groups: readonly NgramGroup[];
}

/** The version of the model, as `provenance.models` states it. */
export const LANGUAGE_MODEL: string = model.version;

/** A key spread over the bits of a slot's number (the finishing steps of MurmurHash3). */
function spread(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function decodeBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Calls `visit` with each key and where its scores begin; the form is told in `training/language-model/pack-languages.ts`. */
function readKeys(bytes: Uint8Array, visit: (key: number, place: number) => void): void {
  let key = 0;
  for (let at = 0; at < bytes.length; ) {
    for (let scale = 1; ; scale *= LAST) {
      const byte = bytes[at++] ?? 0;
      key += (byte % LAST) * scale;
      if (byte < LAST) break;
    }
    visit(key | 0, at);
    while ((bytes[at] ?? LAST) < LAST) at += PAIR;
    at += PAIR;
  }
}

function openGroup(packed: string): NgramGroup {
  const bytes = decodeBase64(packed);
  let count = 0;
  readKeys(bytes, () => count++);
  const slots = 2 ** Math.ceil(Math.log2(count * MIN_ROOM + 1));
  const keys = new Int32Array(slots);
  const places = new Int32Array(slots);
  readKeys(bytes, (key, place) => {
    let slot = spread(key) & (slots - 1);
    while (places[slot] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = key;
    places[slot] = place;
  });
  return { bytes, keys, places };
}

let opened: LanguageModel | undefined;

/** The model, opened when it is asked for first: a few milliseconds. */
export function openLanguageModel(): LanguageModel {
  opened ??= { languages: model.languages, groups: model.groups.map(openGroup) };
  return opened;
}

/** Adds what an n-gram says to the sums of all languages; adds nothing for one that is not known. */
export function addScores({ bytes, keys, places }: NgramGroup, key: number, sums: Float64Array): void {
  const mask = keys.length - 1;
  let slot = spread(key) & mask;
  while (places[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
  for (let at = places[slot] ?? 0; at > 0; at += PAIR) {
    const mark = bytes[at] ?? LAST;
    const language = mark % LAST;
    sums[language] = (sums[language] ?? 0) + (bytes[at + 1] ?? 0) + model.baseScore;
    if (mark >= LAST) break;
  }
}
