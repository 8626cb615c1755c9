/** An n-gram of up to four UTF-8 bytes, whether a word begins or ends with it, and what it says for each language. */
export interface Ngram {
  readonly bytes: readonly number[];
  readonly opensWord: boolean;
  readonly closesWord: boolean;
  /** Place of the language in the list of languages, and the score that eld stores. */
  readonly scores: readonly (readonly [language: number, score: number])[];
}

export interface Ngrams {
  readonly languages: readonly string[];
  readonly ngrams: readonly Ngram[];
}

const FIRST_SIGN = 0x80;

/** eld writes each byte beyond ASCII as a sign of its own; letters and apostrophes stand for themselves. */
function byteTable(dictionary: readonly string[]): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (let code = 'a'.charCodeAt(0); code <= 'z'.charCodeAt(0); code++) table.set(String.fromCharCode(code), code);
  for (const mark of ["'", '`']) table.set(mark, mark.charCodeAt(0));
  for (const [byte, sign] of dictionary.entries())
    if (byte >= FIRST_SIGN && sign !== ' ' && !table.has(sign)) table.set(sign, byte);
  return table;
}

function readNgram(key: string, scores: Record<string, number>, table: ReadonlyMap<string, number>): Ngram {
  const bytes = [...key.trim()].map((sign) => {
    const byte = table.get(sign);
    if (byte === undefined) throw new Error(`an n-gram of an unknown sign: "${key}"`);
    return byte;
  });
  return {
    bytes,
    opensWord: key.startsWith(' '),
    closesWord: key.endsWith(' '),
    scores: Object.entries(scores).map(([language, score]) => [Number(language), score]),
  };
}

/** What eld's modules of n-grams and signs export. */
export interface EldModules {
  readonly ngramsData: {
    readonly languages: Record<string, string>;
    readonly ngrams: Record<string, Record<string, number>>;
  };
  readonly dictionary: readonly string[];
}

/** The n-grams of eld with the bytes they stand for. Throws on a sign that stands for no byte. */
export function readNgrams({ ngramsData, dictionary }: EldModules): Ngrams {
  const table = byteTable(dictionary);
  const ngrams = Object.entries(ngramsData.ngrams).map(([key, scores]) => readNgram(key, scores, table));
  return { languages: Object.values(ngramsData.languages), ngrams };
}
