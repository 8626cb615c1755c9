import { RecogniserError } from '../recogniser-error.ts';
import type { OnnxRuntime, OnnxSession, OnnxTensor } from './onnx-runtime.ts';

/** A model with what is needed to ask it. */
export interface TokenClassifier {
  readonly runtime: OnnxRuntime;
  readonly session: OnnxSession;
  /** Its file, for errors. */
  readonly path: string;
  readonly labels: number;
  /** Fills up windows that are shorter than others of their batch. */
  readonly padding: number;
}

/** The label of most weight at one place of a window. */
export interface Choice {
  readonly label: number;
  /** Its share by softmax. */
  readonly probability: number;
}

const INPUTS: Readonly<Record<string, (isPadding: boolean, id: number) => number>> = {
  input_ids: (_, id) => id,
  attention_mask: (isPadding) => (isPadding ? 0 : 1),
  token_type_ids: () => 0,
};

/** Throws `RecogniserError` for a model that asks for more than a text. */
function toFeeds(
  classifier: TokenClassifier,
  windows: readonly (readonly number[])[],
  width: number,
): Record<string, OnnxTensor> {
  const feeds: Record<string, OnnxTensor> = {};
  for (const name of classifier.session.inputNames) {
    const read = INPUTS[name];
    if (!read) throw new RecogniserError(classifier.path, `asks for the input "${name}", which is not known`);
    const data = new BigInt64Array(windows.length * width);
    for (const [row, ids] of windows.entries()) {
      for (let at = 0; at < width; at++) {
        data[row * width + at] = BigInt(read(at >= ids.length, ids[at] ?? classifier.padding));
      }
    }
    feeds[name] = new classifier.runtime.Tensor('int64', data, [windows.length, width]);
  }
  return feeds;
}

function choose(logits: Float32Array, from: number, labels: number): Choice {
  let label = 0;
  for (let at = 1; at < labels; at++) if ((logits[from + at] ?? 0) > (logits[from + label] ?? 0)) label = at;
  const most = logits[from + label] ?? 0;
  let sum = 0;
  for (let at = 0; at < labels; at++) sum += Math.exp((logits[from + at] ?? 0) - most);
  return { label, probability: 1 / sum };
}

function readLogits(classifier: TokenClassifier, output: OnnxTensor | undefined, rows: number, width: number): Float32Array {
  const wanted = [rows, width, classifier.labels];
  const [given, data] = [output?.dims ?? [], output?.data];
  if (!(data instanceof Float32Array) || wanted.some((size, at) => given[at] !== size) || given.length !== wanted.length) {
    const found = output === undefined ? 'nothing' : `${output.type} of [${given.join(', ')}]`;
    throw new RecogniserError(classifier.path, `gives ${found}, not float32 of [${wanted.join(', ')}] for its labels`);
  }
  if (!data.every(Number.isFinite)) throw new RecogniserError(classifier.path, 'gives weights that are not finite');
  return data;
}

async function run({ session, path }: TokenClassifier, feeds: Record<string, OnnxTensor>): Promise<OnnxTensor | undefined> {
  try {
    const outputs = await session.run(feeds);
    return outputs.logits ?? outputs[session.outputNames[0] ?? ''];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RecogniserError(path, `onnxruntime cannot run this model: ${reason}`, error);
  }
}

/** The choices of a model at each place of some windows, which are computed together. Throws `RecogniserError`. */
export async function labelWindows(
  classifier: TokenClassifier,
  windows: readonly (readonly number[])[],
): Promise<readonly (readonly Choice[])[]> {
  const { labels } = classifier;
  const width = windows.reduce((most, ids) => Math.max(most, ids.length), 0);
  const output = await run(classifier, toFeeds(classifier, windows, width));
  const logits = readLogits(classifier, output, windows.length, width);
  return windows.map((ids, row) => ids.map((_, at) => choose(logits, (row * width + at) * labels, labels)));
}
