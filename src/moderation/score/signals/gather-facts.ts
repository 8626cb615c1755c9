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

/** Words of a list, by their hashes. */
interface WantedWords {
  readonly hashes: ReadonlySet<number>;
  /** A look at the lowest byte is cheaper than one into the set, and enough for most words. */
  readonly lowest: Uint8Array;
}

// A memo of a pure function of immutable lists; it lives as long as those.
const wanted = new WeakMap<readonly string[], WantedWords>();

function hashEach(words: readonly string[]): WantedWords {
  const hashes = new Set(words.map((word) => tokenize(word).hashes[0] ?? 0));
  const lowest = new Uint8Array(256);
  for (const hash of hashes) lowest[hash & 0xff] = 1;
  return { hashes, lowest };
}

/** How many of the phrases, each of one word, occur. Ends as soon as all are found. */
function countStopWords(words: Uint32Array, phrases: readonly string[]): number {
  const { hashes, lowest } = wanted.get(phrases) ?? hashEach(phrases);
  wanted.set(phrases, { hashes, lowest });
  const found = new Set<number>();
  for (let at = 0; at < words.length && found.size < hashes.size; at++) {
    const hash = words[at] ?? 0;
    if (lowest[hash & 0xff] === 1 && hashes.has(hash)) found.add(hash);
  }
  return found.size;
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
