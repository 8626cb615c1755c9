import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EntityRecogniser } from '../../moderation/model/entity-recogniser.ts';
import { hashFiles } from '../hash-files.ts';
import { readJsonFile } from '../read-json-file.ts';
import { RecogniserError } from '../recogniser-error.ts';
import type { OnnxRecogniserFile } from '../recogniser-file-schema.ts';
import { createWordEncoder } from './create-word-encoder.ts';
import { findNames, type OnnxModel } from './find-names.ts';
import { loadOnnxRuntime, openOnnxSession } from './onnx-runtime.ts';
import { readLabels } from './read-labels.ts';

/** Sub-words of a window where `config.json` allows more: what models of token classification are trained on. */
const MAX_WINDOW = 512;
const TOKENIZER_CONFIG = 'tokenizer_config.json';
/** A text that every model can be asked about, to see at the start that it answers. */
const PROBE = 'Ada Quill met them.';

const configSchema = z.object({
  max_position_embeddings: z.int().min(8).catch(MAX_WINDOW),
  pad_token_id: z.int().min(0).catch(0),
});

function readWindow(
  config: z.infer<typeof configSchema>,
  file: OnnxRecogniserFile,
  path: string,
): Pick<OnnxModel, 'window' | 'stride'> {
  const most = config.max_position_embeddings;
  const window = file.window ?? Math.min(MAX_WINDOW, most);
  if (window > most) throw new RecogniserError(path, `a window of ${window} is more than the ${most} of max_position_embeddings`);
  const stride = file.stride ?? Math.floor(window / 4);
  if (stride * 2 > window) throw new RecogniserError(path, `a stride of ${stride} is more than half of the window of ${window}`);
  return { window, stride };
}

async function openModel(folder: string, file: OnnxRecogniserFile): Promise<OnnxModel> {
  const pathOf = (name: string): string => join(folder, name);
  for (const name of [file.model, file.tokenizer, file.config]) {
    if (!existsSync(pathOf(name))) throw new RecogniserError(pathOf(name), 'is missing');
  }
  const config = readJsonFile(pathOf(file.config));
  const labels = readLabels(config, pathOf(file.config), file.labels);
  const about = configSchema.parse(config);
  const tokenizerConfig = existsSync(pathOf(TOKENIZER_CONFIG)) ? readJsonFile(pathOf(TOKENIZER_CONFIG)) : {};
  const encoder = createWordEncoder(readJsonFile(pathOf(file.tokenizer)), tokenizerConfig, pathOf(file.tokenizer));
  const size = readWindow(about, file, pathOf(file.config));
  const marks = encoder.before.length + encoder.after.length;
  if (marks >= size.window)
    throw new RecogniserError(pathOf(file.tokenizer), `its ${marks} marks fill a window of ${size.window}`);
  const runtime = loadOnnxRuntime();
  const session = await openOnnxSession(runtime, pathOf(file.model), file.threads);
  const classifier = { runtime, session, path: pathOf(file.model), labels: labels.length, padding: about.pad_token_id };
  return { classifier, encoder, labels, ...size, batch: file.batch };
}

/** The model with its weights outside, its tokenizer, its labels, and what we are told of it. */
function listFiles(folder: string, file: OnnxRecogniserFile): readonly { readonly name: string; readonly path: string }[] {
  const names = [
    file.model,
    `${file.model}_data`,
    `${file.model}.data`,
    file.tokenizer,
    TOKENIZER_CONFIG,
    file.config,
    'recogniser.json',
  ];
  return names.map((name) => ({ name, path: join(folder, name) })).filter(({ path }) => existsSync(path));
}

function startClock(seconds: number, path: string): () => void {
  const end = performance.now() + seconds * 1000;
  return () => {
    if (performance.now() >= end) throw new RecogniserError(path, `took longer than ${seconds} s`);
  };
}

/**
 * A token classifier in ONNX as an `EntityRecogniser`. Words are shown to it by their sub-words, the first of which
 * speaks for the word. Throws `RecogniserError` for a missing or unusable file, an unknown label, or when
 * `onnxruntime-node` is not installed. `recognise` rejects with one when the time is over; a computation in hand is not
 * cut off.
 */
export async function loadOnnxRecogniser(folder: string, file: OnnxRecogniserFile): Promise<EntityRecogniser> {
  const model = await openModel(folder, file);
  await findNames([PROBE], model, () => undefined);
  const hash = await hashFiles(listFiles(folder, file));
  return {
    name: `${file.name}@sha256:${hash}`,
    recognise: (passages) =>
      findNames(
        passages.map(({ text }) => text),
        model,
        startClock(file.timeoutSeconds, join(folder, file.model)),
      ),
  };
}
