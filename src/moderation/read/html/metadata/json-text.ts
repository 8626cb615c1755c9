/** The text of a JSON string with the place of each character. */
export interface JsonText {
  readonly text: string;
  /** Where each UTF-16 code unit of `text` stands in the source, and where the last one ends. */
  readonly places: Int32Array;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** One character of a JSON string: what it says, and how long it is written. */
function readCharacter(source: string, at: number): { value: string; length: number } {
  const sign = source[at] ?? '';
  if (sign !== '\\') return { value: sign, length: 1 };
  const name = source[at + 1] ?? '';
  if (name !== 'u') return { value: ESCAPES[name] ?? name, length: 2 };
  return { value: String.fromCharCode(Number.parseInt(source.slice(at + 2, at + 6), 16)), length: 6 };
}

/** Reads the JSON string whose first character stands at `start`, up to its closing quotation mark or `end`. */
export function readJsonText(source: string, start: number, end: number): JsonText {
  const places: number[] = [];
  const parts: string[] = [];
  let at = start;
  while (at < end && source[at] !== '"') {
    const { value, length } = readCharacter(source, at);
    if (value !== '') places.push(at);
    parts.push(value);
    at += length;
  }
  places.push(at);
  return { text: parts.join(''), places: Int32Array.from(places) };
}
