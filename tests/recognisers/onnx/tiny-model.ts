import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Matrix, writeOnnx } from './write-onnx.ts';

const LABELS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG', 'B-DATE'];

/** Tokens with the label that the model gives them; "##" goes on with a word. All names are invented. */
const TAGGED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['Ada', 'Os', 'Ber', 'Ingrid'].map((name) => [name, 'B-PER'])),
  ...Object.fromEntries(['Quill', 'Venn', 'Tolle', 'O'].map((name) => [name, 'I-PER'])),
  ...Object.fromEntries(['Al', 'Mer', 'Skerry'].map((name) => [name, 'B-LOC'])),
  ...Object.fromEntries(['Sound', 'Hill'].map((name) => [name, 'I-LOC'])),
  ...Object.fromEntries(['Harbour', 'Pilots'].map((name) => [name, 'B-ORG'])),
  ...Object.fromEntries(['Trust', 'Union'].map((name) => [name, 'I-ORG'])),
  Monday: 'B-DATE',
};
const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const PLAIN = [
  ...'. , ; : ! ? \' " ( ) - s the The of and in on met them said sailed to for was is a at with saw left it day'.split(' '),
  ...['##kar', '##na', '##dane', '##row', '##s', '##a', '##man'],
];

/** The vocabulary of the tiny model, in the order of its numbers. */
export const VOCABULARY: readonly string[] = [...SPECIAL, ...Object.keys(TAGGED), ...PLAIN];

const TOKENIZER = {
  version: '1.0',
  added_tokens: SPECIAL.map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  })),
  normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: false, lowercase: false },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
    ],
    pair: [],
    special_tokens: {
      '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
      '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
    },
  },
  decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(VOCABULARY.map((token, id) => [token, id])),
  },
};

/** Weight of the label a token is given; the others have none. */
const WEIGHT = 5;

const oneHot = (size: number, at: number, value: number): readonly number[] =>
  Array.from({ length: size }, (_, row) => (row === at ? value : 0));
const embedding: Matrix = VOCABULARY.map((token) => oneHot(LABELS.length, LABELS.indexOf(TAGGED[token] ?? 'O'), WEIGHT));
const identity: Matrix = LABELS.map((_, at) => oneHot(LABELS.length, at, 1));

/** The share that softmax gives the label of a token. */
export const SURE = Math.round((1e4 * Math.exp(WEIGHT)) / (Math.exp(WEIGHT) + LABELS.length - 1)) / 1e4;

/** The files of a folder as exporters lay it out; a test replaces, adds or, with null, leaves out some. */
export const TINY_FILES: Readonly<Record<string, string | Buffer>> = {
  'model.onnx': writeOnnx({ embedding, weights: identity, bias: LABELS.map(() => 0) }),
  'tokenizer.json': JSON.stringify(TOKENIZER),
  'config.json': JSON.stringify({
    id2label: Object.fromEntries(LABELS.map((label, id) => [id, label])),
    max_position_embeddings: 64,
    pad_token_id: 0,
  }),
};

/** A folder with the tiny model, removed after the test. */
export function tinyFolder(changes: Readonly<Record<string, string | Buffer | null>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-onnx-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries({ ...TINY_FILES, ...changes })) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A `recogniser.json` for the tiny model with more settings. */
export function describeTiny(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return { 'recogniser.json': JSON.stringify({ schema: 'copydesk.recogniser/1', kind: 'onnx', name: 'tiny', ...settings }) };
}
