import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import type { RecognisedName } from '../../../src/index.ts';
import { loadRecogniser } from '../../../src/recognisers/load-recogniser.ts';
import { RecogniserError } from '../../../src/recognisers/recogniser-error.ts';
import { describeTiny, SURE, TINY_FILES, tinyFolder } from './tiny-model.ts';
import { writeOnnx } from './write-onnx.ts';

const CONFIG: Readonly<Record<string, unknown>> = JSON.parse(String(TINY_FILES['config.json']));
const configWith = (changes: Readonly<Record<string, unknown>>): string => JSON.stringify({ ...CONFIG, ...changes });
const labelsWith = (...labels: readonly string[]): string =>
  configWith({ id2label: Object.fromEntries(labels.map((label, id) => [id, label])) });

async function findIn(folder: string, ...texts: readonly string[]): Promise<readonly (readonly RecognisedName[])[]> {
  const { recognise } = await loadRecogniser(folder);
  return recognise(texts.map((text) => ({ kind: 'paragraph', text })));
}

const listed = (text: string, names: readonly RecognisedName[] = []): readonly string[] =>
  names.map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);

// Without the package these tests cannot run; `.ci/run` demands it.
describe.each(inject('onnx') ? ['onnxruntime'] : [])('an ONNX model in %s', () => {
  it.each([
    ['a name in one sub-word and in two', 'Ada met Oskar.', ['PER Ada', 'PER Oskar']],
    ['a name of two words', 'The Harbour Trust saw Ada Quill.', ['ORG Harbour Trust', 'PER Ada Quill']],
    ['two names side by side', 'Ada Quill Oskar Venn met.', ['PER Ada Quill', 'PER Oskar Venn']],
    ['one type after another', 'Aldane Pilots Union', ['LOC Aldane', 'ORG Pilots Union']],
    ['a name that goes on with none', 'They saw Quill at Hill.', ['PER Quill', 'LOC Hill']],
    ['a possessive', "Oskar Venn’s day, Aldane's day", ['PER Oskar Venn', 'LOC Aldane']],
    ['punctuation around names', '“Skerry Sound”, (Merrow); Ada…', ['LOC Skerry Sound', 'LOC Merrow', 'PER Ada']],
    ['emoji before and in a name', '😀😀 Ada 👩‍🚀Quill', ['PER Ada', 'PER Quill']],
    ['line ends of two characters', 'Ada\r\nQuill left\r\n\r\nAldane', ['PER Ada\r\nQuill', 'LOC Aldane']],
    ['half a surrogate pair', '\ud83d Ada \ude00 Quill', ['PER Ada', 'PER Quill']],
    ['invisible marks in a word', 'Os\u200bkar Ve\u00adnn', ['PER Os\u200bkar Ve\u00adnn']],
    ['labels of values', 'Ada left on Monday.', ['PER Ada']],
    ['no name', 'The day was on it.', []],
    ['nothing', '', []],
    ['marks alone', '\u200b\u0000 … 😀', []],
  ])('finds %s', async (_, text, names) => {
    const [found] = await findIn(tinyFolder(), text);
    expect(listed(text, found)).toEqual(names);
  });

  it('says how sure the model is', async () => {
    const [found] = await findIn(tinyFolder(), 'Ada Quill');
    expect(found).toEqual([{ type: 'PER', start: 0, end: 9, confidence: SURE }]);
  });

  it('answers for each passage, in batches of any size', async () => {
    const texts = ['Ada Quill met them.', '', 'The day', 'Merrow and Aldane and Skerry Sound, said Ingrid Tolle.', 'Venn'];
    const wanted = await Promise.all(texts.map(async (text) => (await findIn(tinyFolder(), text))[0]));
    for (const batch of [1, 2, 3, 64]) {
      expect(await findIn(tinyFolder(describeTiny({ batch })), ...texts)).toEqual(wanted);
    }
  });

  it('reads a long passage in windows as if in one', async () => {
    const names = fc.constantFrom(
      'Ada Quill',
      'Oskar Venn',
      'Skerry Sound',
      'Harbour Trust',
      'Bernaman',
      'met',
      'the day,',
      'zzz',
      '😀',
    );
    const whole = await loadRecogniser(
      tinyFolder({ 'config.json': configWith({ max_position_embeddings: 4096 }), ...describeTiny({ window: 4096 }) }),
    );
    const cut = await loadRecogniser(tinyFolder(describeTiny({ window: 12, stride: 4, batch: 3 })));
    await fc.assert(
      fc.asyncProperty(fc.array(names, { maxLength: 80 }), async (parts) => {
        const passage = { kind: 'paragraph', text: parts.join(' ') } as const;
        expect(await cut.recognise([passage])).toEqual(await whole.recognise([passage]));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['marks', '!'.repeat(100_000)],
    ['one word', 'a'.repeat(300_000)],
    ['a word of parts', 'a-'.repeat(150_000)],
    ['emoji', '😀'.repeat(100_000)],
    ['halves of surrogate pairs', '\ud800'.repeat(300_000)],
    ['invisible marks', '\u200b '.repeat(150_000)],
    ['possessives', "a's".repeat(100_000)],
    ['words that are all different', Array.from({ length: 40_000 }, (_, at) => at.toString(36)).join(' ')],
  ])('reads a long text of %s in linear time', async (_, text) => {
    const { recognise } = await loadRecogniser(tinyFolder(describeTiny({ timeoutSeconds: 60 })));
    expect(await recognise([{ kind: 'paragraph', text }])).toEqual([[]]);
  });

  it('gives the same answer each time', async () => {
    const { name, recognise } = await loadRecogniser(tinyFolder(describeTiny({ threads: 2 })));
    const passages = [{ kind: 'paragraph', text: 'Ada Quill left Aldane for Merrow. '.repeat(50) }] as const;
    expect(await recognise(passages)).toEqual(await recognise(passages));
    expect(name).toMatch(/^tiny@sha256:[0-9a-f]{64}$/);
  });

  it('is named after all of its files', async () => {
    const [named, same, other] = await Promise.all(
      [{}, {}, { 'tokenizer_config.json': '{}' }].map((more) => loadRecogniser(tinyFolder({ ...describeTiny({}), ...more }))),
    );
    expect(named?.name).toBe(same?.name);
    expect(named?.name).not.toBe(other?.name);
  });

  it('takes a model that asks for its tokens only, and other names of files', async () => {
    const [model, tokenizer] = [TINY_FILES['model.onnx'] ?? '', TINY_FILES['tokenizer.json'] ?? ''];
    const few = tinyFolder({ 'model.onnx': null, 'onnx/model.onnx': model });
    expect(listed('Ada', (await findIn(few, 'Ada'))[0])).toEqual(['PER Ada']);
    const named = tinyFolder({
      'model.onnx': null,
      'tokenizer.json': null,
      'int8/tagger.onnx': model,
      'words.json': tokenizer,
      ...describeTiny({ model: 'int8/tagger.onnx', tokenizer: 'words.json' }),
    });
    expect(listed('Ada', (await findIn(named, 'Ada'))[0])).toEqual(['PER Ada']);
  });

  it('takes the types of labels from recogniser.json', async () => {
    const labels = { SHIP: 'MISC', CREW: null } as const;
    const config = labelsWith('O', 'B-SHIP', 'I-SHIP', 'B-CREW', 'I-CREW', 'B-ORG', 'I-ORG', 'B-DATE');
    const folder = tinyFolder({ 'config.json': config, ...describeTiny({ labels }) });
    expect(listed('Ada Quill left Aldane', (await findIn(folder, 'Ada Quill left Aldane'))[0])).toEqual(['MISC Ada Quill']);
  });

  it('stops when the time is over', async () => {
    const { recognise } = await loadRecogniser(tinyFolder(describeTiny({ timeoutSeconds: 1e-9, batch: 1, window: 8 })));
    const passages = [{ kind: 'paragraph', text: 'Ada Quill left Aldane. '.repeat(5000) }] as const;
    await expect(recognise(passages)).rejects.toThrow(/model\.onnx: took longer than 1e-9 s/);
  });

  it.each([
    ['a model of broken bytes', { 'model.onnx': 'no model' }, /model\.onnx: onnxruntime cannot read this model: /],
    [
      'half a model',
      { 'model.onnx': Buffer.from(TINY_FILES['model.onnx'] ?? '').subarray(0, 900) },
      /model\.onnx: onnxruntime cannot read/,
    ],
    [
      'a model of other inputs',
      { 'model.onnx': writeOnnx({ embedding: [[1]], weights: [[1]], bias: [0], inputs: ['input_ids', 'pixels'] }) },
      /model\.onnx: asks for the input "pixels"/,
    ],
    [
      'a model with too few labels',
      { 'config.json': labelsWith('O', 'B-PER', 'I-PER') },
      /model\.onnx: gives float32 of \[1, \d+, 8\], not float32 of \[1, \d+, 3\]/,
    ],
    [
      'a model with a smaller vocabulary',
      { 'model.onnx': writeOnnx({ embedding: [[1]], weights: [[1, 0, 0, 0, 0, 0, 0, 0]], bias: [0, 0, 0, 0, 0, 0, 0, 0] }) },
      /model\.onnx: onnxruntime cannot run this model: /,
    ],
    [
      'weights that are no numbers',
      {
        'model.onnx': writeOnnx({
          embedding: Array.from({ length: 63 }, () => [Number.NaN]),
          weights: [[1, 0, 0, 0, 0, 0, 0, 0]],
          bias: [0, 0, 0, 0, 0, 0, 0, 0],
        }),
      },
      /model\.onnx: gives weights that are not finite/,
    ],
  ])('refuses %s', async (_, changes, message) => {
    const loading = loadRecogniser(tinyFolder(changes));
    await expect(loading).rejects.toThrow(RecogniserError);
    await expect(loading).rejects.toThrow(message);
  });
});

describe('loadOnnxRecogniser', () => {
  it.each([
    ['no model', { 'model.onnx': null, ...describeTiny({}) }, /model\.onnx: is missing/],
    ['no tokenizer', { 'tokenizer.json': null }, /tokenizer\.json: is missing/],
    ['no config', { 'config.json': null, ...describeTiny({}) }, /config\.json: is missing/],
    ['a broken config', { 'config.json': '{' }, /config\.json: cannot be read as JSON: /],
    ['a config without labels', { 'config.json': '{}' }, /config\.json: has no id2label/],
    [
      'labels with a gap',
      { 'config.json': configWith({ id2label: { 0: 'O', 2: 'B-PER' } }) },
      /config\.json: id2label does not count from 0/,
    ],
    [
      'unknown labels',
      { 'config.json': labelsWith('O', 'B-SHIP', 'LABEL_2', 'B-PER') },
      /config\.json: unknown labels B-SHIP, LABEL_2: give their types/,
    ],
    ['no label of a name', { 'config.json': labelsWith('O', 'B-DATE') }, /config\.json: id2label has no label of a name/],
    ['a broken tokenizer', { 'tokenizer.json': '[]' }, /tokenizer\.json: is no tokenizer: /],
    [
      'a tokenizer of no known kind',
      { 'tokenizer.json': '{"model":{"type":"Runes","vocab":{}}}' },
      /tokenizer\.json: is no tokenizer: /,
    ],
    ['a window beyond the model', describeTiny({ window: 65 }), /config\.json: a window of 65 is more than the 64/],
    ['a stride beyond half a window', describeTiny({ window: 16, stride: 9 }), /config\.json: a stride of 9 is more than half/],
    [
      'a window that holds no word',
      {
        ...describeTiny({ window: 8, stride: 0 }),
        'tokenizer.json': String(TINY_FILES['tokenizer.json']).replace(
          '"single":[',
          `"single":[${'{"SpecialToken":{"id":"[CLS]","type_id":0}},'.repeat(6)}`,
        ),
      },
      /tokenizer\.json: its 8 marks fill a window of 8/,
    ],
  ])('refuses %s', async (_, changes, message) => {
    const loading = loadRecogniser(tinyFolder(changes));
    await expect(loading).rejects.toThrow(RecogniserError);
    await expect(loading).rejects.toThrow(message);
  });
});
