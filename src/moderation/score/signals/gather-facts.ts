import type { Document, DocumentBlock } from '../../model/document.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { TOKEN_SYMBOL, TOKEN_WORD, type TokenTable } from '../../model/token-table.ts';
import { createNote } from '../../text/create-note.ts';
import { Scratch } from '../../text/scratch.ts';
import { tokenize } from '../../text/tokenize.ts';
import { findLineMatches } from './find-line-matches.ts';
import { measureRepetition } from './measure-repetition.ts';
import { readLineMarks } from './read-line-marks.ts';
import type { Line, SignalFacts } from './signal-facts.ts';

/** Words and numbers of a text as columns. */
interface Words {
  readonly hashes: Uint32Array;
  readonly lengths: Int32Array;
  readonly lettered: number;
  readonly characters: number;
}

/** Words are counted and done with before those of another text come. */
const scratch = new Scratch();

function collectWords({ count, starts, ends, hashes, kinds }: TokenTable): Words {
  const space = scratch.open(count * 2);
  const words = { hashes: space.uint32(count), lengths: space.int32(count) };
  let filled = 0;
  let lettered = 0;
  let characters = 0;
  for (let row = 0; row < count; row++) {
    if (kinds[row] === TOKEN_SYMBOL) continue;
    if (kinds[row] === TOKEN_WORD) lettered++;
    const length = (ends[row] ?? 0) - (starts[row] ?? 0);
    characters += length;
    words.hashes[filled] = hashes[row] ?? 0;
    words.lengths[filled++] = length;
  }
  return { hashes: words.hashes.subarray(0, filled), lengths: words.lengths.subarray(0, filled), lettered, characters };
}

const marksOf = createNote(({ text }) => readLineMarks(text, { start: 0, end: text.length }));

function readLines(blocks: readonly DocumentBlock[]): readonly Line[] {
  const seen = new Set<string>();
  return blocks.map((block) => {
    const repeated = seen.has(block.text);
    seen.add(block.text);
    return { ...marksOf(block), block, repeated };
  });
}

// A memo of a pure function of immutable lists; it lives as long as those.
const hashed = new WeakMap<readonly string[], readonly number[]>();

function hashEach(words: readonly string[]): readonly number[] {
  const hashes = hashed.get(words) ?? words.map((word) => tokenize(word).hashes[0] ?? 0);
  hashed.set(words, hashes);
  return hashes;
}

/** How many of the phrases, each of one word, occur. Ends as soon as all are found. */
function countStopWords(hashes: Uint32Array, phrases: readonly string[]): number {
  const wanted = new Set(hashEach(phrases));
  const all = wanted.size;
  // A look at the lowest byte is cheaper than one into the set, and enough for most words.
  const lowest = new Uint8Array(256);
  for (const hash of wanted) lowest[hash & 0xff] = 1;
  for (let at = 0; at < hashes.length && wanted.size > 0; at++) {
    const hash = hashes[at] ?? 0;
    if (lowest[hash & 0xff] === 1) wanted.delete(hash);
  }
  return all - wanted.size;
}

/** Reads the cleaned text once for all signals. Linear in its length. */
export function gatherFacts(received: Document, cleaned: Document, signals: Ruleset['signals']): SignalFacts {
  const words = collectWords(cleaned.tokens);
  return {
    receivedLength: received.text.length,
    length: cleaned.text.length,
    lines: readLines(cleaned.blocks),
    words: words.hashes.length,
    letteredWords: words.lettered,
    wordCharacters: words.characters,
    stopWords: countStopWords(words.hashes, signals['gopher.stop_words'].phrases),
    repetition: measureRepetition(words.hashes, words.lengths),
    matches: findLineMatches(cleaned.tokens, cleaned.blocks, signals),
  };
}
