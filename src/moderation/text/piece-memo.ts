/** Places of a table; each holds one piece. An article has a thousand different ones. */
const PLACES = 2 ** 15;
/** Places that a piece may stand in: when all are taken, it takes the first. So no choice of words makes a look-up slow. */
const TRIES = 4;
/** UTF-16 code units of the longest piece that is kept. */
const MAX_LENGTH = 32;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

interface Entry<T> {
  /** Without the text that it is cut from. */
  readonly piece: string;
  readonly hash: number;
  readonly value: T;
}

function hashPiece(text: string, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash ^ (hash >>> 15);
}

function stands(piece: string, text: string, start: number): boolean {
  for (let at = 0; at < piece.length; at++) if (piece.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** The piece in memory of its own: engines keep pieces of a text as views of it. */
function cutPiece(text: string, start: number, end: number): string {
  const codes: number[] = [];
  for (let at = start; at < end; at++) codes.push(text.charCodeAt(at));
  return String.fromCharCode(...codes);
}

/**
 * A function of a piece of a text, `[start, end)`, that is reckoned once for each piece: articles say the same words again and again. A
 * piece that is known is found where it stands, without being cut out. `read` must be pure. For those who have the piece as a string
 * anyway there is `createWordMemo`: the engine keeps a string's hash, and here it is reckoned anew each time.
 */
export function createPieceMemo<T>(read: (piece: string) => T): (text: string, start: number, end: number) => T {
  const table: (Entry<T> | undefined)[] = new Array<undefined>(PLACES).fill(undefined);
  return (text, start, end) => {
    const length = end - start;
    if (length > MAX_LENGTH) return read(text.slice(start, end));
    const hash = hashPiece(text, start, end);
    let free = hash & (PLACES - 1);
    for (let tried = 0; tried < TRIES; tried++) {
      const place = (hash + tried) & (PLACES - 1);
      const entry = table[place];
      if (entry === undefined) {
        free = place;
        break;
      }
      if (entry.hash === hash && entry.piece.length === length && stands(entry.piece, text, start)) return entry.value;
    }
    // What is read may hold parts of the piece.
    const piece = cutPiece(text, start, end);
    const value = read(piece);
    table[free] = { piece, hash, value };
    return value;
  };
}
