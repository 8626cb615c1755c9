import { describe, expect, it } from 'vitest';
import { createWordEncoder } from '../../../src/recognisers/onnx/create-word-encoder.ts';
import { splitWords } from '../../../src/recognisers/onnx/split-words.ts';
import { TINY_FILES, VOCABULARY } from './tiny-model.ts';

const vocabOf = (tokens: readonly string[]) => Object.fromEntries(tokens.map((token, id) => [token, id]));

const BYTE_LEVEL = ['<s>', '</s>', '<unk>', 'A', 'd', 'a', 'Ġ', 'ĠA', 'ĠAd', 'ĠAda', 'Ad', 'Ada', ',', 'b', 'Ġb'];
const byteLevel = {
  added_tokens: [],
  normalizer: null,
  pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
  post_processor: { type: 'RobertaProcessing', sep: ['</s>', 1], cls: ['<s>', 0], trim_offsets: true, add_prefix_space: false },
  decoder: { type: 'ByteLevel' },
  model: {
    type: 'BPE',
    unk_token: '<unk>',
    vocab: vocabOf(BYTE_LEVEL),
    merges: ['Ġ A', 'ĠA d', 'ĠAd a', 'A d', 'Ad a', 'Ġ b'],
  },
};

const PIECES = ['<s>', '</s>', '<unk>', '▁Ada', 'Ada', '▁', ',', '▁b', 'b', 'a'];
const metaspace = {
  added_tokens: [],
  normalizer: null,
  pre_tokenizer: {
    type: 'Sequence',
    pretokenizers: [{ type: 'WhitespaceSplit' }, { type: 'Metaspace', replacement: '▁', add_prefix_space: true }],
  },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '<s>', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '</s>', type_id: 0 } },
    ],
    pair: [],
    special_tokens: { '<s>': { id: '<s>', ids: [0], tokens: ['<s>'] }, '</s>': { id: '</s>', ids: [1], tokens: ['</s>'] } },
  },
  decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true },
  model: { type: 'Unigram', unk_id: 2, vocab: PIECES.map((piece) => [piece, -1]) },
};

function encode(tokenizer: unknown, tokens: readonly string[], text: string): readonly (readonly string[])[] {
  const { encode: encodeWord } = createWordEncoder(tokenizer, {}, 'tokenizer.json');
  return splitWords(text).map((word) => encodeWord(word).map((id) => tokens[id] ?? '?'));
}

describe('createWordEncoder', () => {
  it.each([
    [
      'WordPiece',
      JSON.parse(String(TINY_FILES['tokenizer.json'])),
      VOCABULARY,
      'Oskar, Aldane!zzz',
      [['Os', '##kar'], [','], ['Al', '##dane'], ['!'], ['[UNK]']],
    ],
    ['BPE over bytes', byteLevel, BYTE_LEVEL, 'Ada,Ada b', [['ĠAda'], [','], ['Ada'], ['Ġb']]],
    ['Unigram', metaspace, PIECES, 'Ada,Ada b', [['▁Ada'], [','], ['Ada'], ['▁b']]],
  ])('encodes word by word with %s', (_, tokenizer, tokens, text, wanted) => {
    expect(encode(tokenizer, tokens, text)).toEqual(wanted);
  });

  it.each([
    ['WordPiece', JSON.parse(String(TINY_FILES['tokenizer.json'])), [2], [3]],
    ['BPE over bytes', byteLevel, [0], [1]],
    ['Unigram', metaspace, [0], [1]],
  ])('reads the marks of beginning and end of %s', (_, tokenizer, before, after) => {
    expect(createWordEncoder(tokenizer, {}, 'tokenizer.json')).toMatchObject({ before, after });
  });

  it('reads small letters without accents where the model does', () => {
    const cased = JSON.parse(String(TINY_FILES['tokenizer.json']));
    const uncased = { ...cased, normalizer: { ...cased.normalizer, lowercase: true, strip_accents: null } };
    expect(encode(uncased, VOCABULARY, 'MÉT Thé')).toEqual([['met'], ['the']]);
  });

  it('shows the beginning of a word without end', () => {
    const { encode: encodeWord } = createWordEncoder(byteLevel, {}, 'tokenizer.json');
    const text = 'A'.repeat(100_000);
    expect(encodeWord({ start: 0, end: text.length, text, isSpaced: true })).toHaveLength(100);
  });
});
