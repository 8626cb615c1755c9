/** A two-dimensional table of weights. */
export type Matrix = readonly (readonly number[])[];

/** A token classifier: each token is looked up, multiplied, and shifted. */
export interface LinearTagger {
  /** A row for each token. */
  readonly embedding: Matrix;
  /** A column for each label. */
  readonly weights: Matrix;
  readonly bias: readonly number[];
  readonly inputs?: readonly string[];
}

const FLOAT = 1;
const INT64 = 7;

function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

/** A field of a protocol buffer: a number, or bytes with their length before them. */
function field(number: number, value: number | Uint8Array | string): Buffer {
  if (typeof value === 'number') return Buffer.from([...varint(number * 8), ...varint(value)]);
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(bytes.length)]), bytes]);
}

const message = (...fields: readonly Buffer[]): Buffer => Buffer.concat(fields);

function tensor(name: string, rows: Matrix, dims: readonly number[]): Buffer {
  const raw = Buffer.from(new Float32Array(rows.flat()).buffer);
  return message(...dims.map((size) => field(1, size)), field(2, FLOAT), field(8, name), field(9, raw));
}

function node(operator: string, inputs: readonly string[], output: string): Buffer {
  return message(...inputs.map((input) => field(1, input)), field(2, output), field(3, output), field(4, operator));
}

/** An input or output of three or two sides, named when they are not fixed. */
function described(name: string, type: number, sides: readonly (string | number)[]): Buffer {
  const shape = message(...sides.map((side) => field(1, typeof side === 'number' ? field(1, side) : field(2, side))));
  return message(field(1, name), field(2, field(1, message(field(1, type), field(2, shape)))));
}

/** The bytes of an ONNX model (IR 8, operators 13) that tags tokens; see onnx.proto for the numbers of the fields. */
export function writeOnnx({
  embedding,
  weights,
  bias,
  inputs = ['input_ids', 'attention_mask', 'token_type_ids'],
}: LinearTagger): Buffer {
  const graph = message(
    field(1, node('Gather', ['embedding', 'input_ids'], 'looked_up')),
    field(1, node('MatMul', ['looked_up', 'weights'], 'multiplied')),
    field(1, node('Add', ['multiplied', 'bias'], 'logits')),
    field(2, 'tagger'),
    field(5, tensor('embedding', embedding, [embedding.length, embedding[0]?.length ?? 0])),
    field(5, tensor('weights', weights, [weights.length, weights[0]?.length ?? 0])),
    field(5, tensor('bias', [bias], [bias.length])),
    ...inputs.map((name) => field(11, described(name, INT64, ['batch', 'sequence']))),
    field(12, described('logits', FLOAT, ['batch', 'sequence', bias.length])),
  );
  return message(field(1, 8), field(2, 'copydesk'), field(8, message(field(1, ''), field(2, 13))), field(7, graph));
}
