import { Tokenizer } from '@huggingface/tokenizers';
import { RecogniserError } from '../recogniser-error.ts';
import type { ModelWord } from './split-words.ts';

/** Sub-words as a model numbers them. */
export interface WordEncoder {
  /** What stands before and after each window, such as `[CLS]` and `[SEP]`. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** The sub-words of a word; none for a word that the model cannot see, such as a control character. */
  readonly encode: (word: ModelWord) => readonly number[];
}

/** UTF-16 code units of a word that are shown; the first sub-word decides, and splitting takes longer than linear time. */
const MAX_WORD = 100;
/** Words that are remembered. */
const MAX_KNOWN = 20_000;
const PROBE = 'a';

/** What we use of a tokenizer; the package's own types do not resolve under our settings. */
interface SubwordTokenizer {
  readonly encode: (text: string, options?: { readonly add_special_tokens: boolean }) => { readonly ids: readonly number[] };
}

type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A pre-tokenizer that takes the beginning of its text for the beginning of a word, or not. */
function setPrefix(preTokenizer: unknown, isSpaced: boolean): unknown {
  if (!isObject(preTokenizer)) return preTokenizer;
  const parts = preTokenizer.pretokenizers;
  if (Array.isArray(parts)) return { ...preTokenizer, pretokenizers: parts.map((part) => setPrefix(part, isSpaced)) };
  if (preTokenizer.type === 'ByteLevel') return { ...preTokenizer, add_prefix_space: isSpaced };
  if (preTokenizer.type === 'Metaspace') {
    return { ...preTokenizer, add_prefix_space: isSpaced, prepend_scheme: isSpaced ? 'always' : 'never' };
  }
  return preTokenizer;
}

function openTokenizer(tokenizer: unknown, config: unknown, path: string, isSpaced: boolean): SubwordTokenizer {
  try {
    if (!isObject(tokenizer) || !isObject(tokenizer.model)) throw new TypeError('there is no "model" in it');
    const json = { ...tokenizer, pre_tokenizer: setPrefix(tokenizer.pre_tokenizer, isSpaced) };
    return new Tokenizer(json, isObject(config) ? config : {});
  } catch (error) {
    throw new RecogniserError(path, `is no tokenizer: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

const idsOf = (tokenizer: SubwordTokenizer, text: string): readonly number[] =>
  tokenizer.encode(text, { add_special_tokens: false }).ids;

/** What the tokenizer puts around a text. */
function readFrame(tokenizer: SubwordTokenizer, path: string): Pick<WordEncoder, 'before' | 'after'> {
  const bare = idsOf(tokenizer, PROBE);
  const { ids } = tokenizer.encode(PROBE);
  const at = ids.findIndex((_, from) => bare.every((id, index) => ids[from + index] === id));
  if (bare.length === 0 || at < 0) throw new RecogniserError(path, `does not encode "${PROBE}"`);
  return { before: ids.slice(0, at), after: ids.slice(at + bare.length) };
}

/**
 * Encodes word by word, as models of token classification are trained, so that a sub-word's place in the text is that of
 * its word. `tokenizer` and `config` are the parsed `tokenizer.json` and `tokenizer_config.json`. Throws `RecogniserError`.
 */
export function createWordEncoder(tokenizer: unknown, config: unknown, path: string): WordEncoder {
  const spaced = openTokenizer(tokenizer, config, path, true);
  const attached = openTokenizer(tokenizer, config, path, false);
  const known = new Map<string, readonly number[]>();
  return {
    ...readFrame(spaced, path),
    encode: ({ text, isSpaced }) => {
      const key = `${isSpaced ? ' ' : ''}${text.slice(0, MAX_WORD)}`;
      const remembered = known.get(key);
      if (remembered) return remembered;
      const ids = idsOf(isSpaced ? spaced : attached, text.slice(0, MAX_WORD).toWellFormed());
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(key, ids);
      return ids;
    },
  };
}
