import { join } from 'node:path';
import { z } from 'zod';
import { createNameRecogniser } from '../moderation/annotate/entities/create-name-recogniser.ts';
import { type NameModel, openNameModel, readWeight } from '../moderation/annotate/entities/sequence/name-model.ts';
import type { EntityRecogniser } from '../moderation/model/entity-recogniser.ts';
import { hashFiles } from './hash-files.ts';
import { readJsonFile } from './read-json-file.ts';
import { RecogniserError } from './recogniser-error.ts';
import type { TrainedRecogniserFile } from './recogniser-file-schema.ts';

/** Far more than training gives (1.5); exponents of sums of larger ones are no numbers any more. */
const MOST = 100;
/** The largest weight of a row is this many units of its scale. */
const UNITS = 128;

/** Far less than training gives: a model whose weights are all smaller tells no word from another. */
const LEAST = 0.01;

const packedSchema = z.object({
  labels: z.array(z.string()),
  transitions: z.array(z.number().min(-MOST).max(MOST)),
  scale: z
    .number()
    .min(0)
    .max(MOST / UNITS),
  rows: z.base64(),
  scales: z.base64(),
  weights: z.base64(),
});

/** Opens what the schema let through. Throws `RangeError` when parts do not fit, rows are not ascending numbers of features, or weights say nothing. */
function openPacked(packed: z.infer<typeof packedSchema>): NameModel {
  const model = openNameModel(packed);
  // A number of which more bytes should follow.
  if ((Buffer.from(packed.rows, 'base64').at(-1) ?? 0) > 0x7f) throw new RangeError('rows are cut off');
  refuseMute(model);
  return model;
}

/** Throws `RangeError` for a model that opens and yet tells nothing: it would find no name in any article, and nobody would be told. */
function refuseMute(model: NameModel): void {
  const rows = model.scales.length;
  const labels = model.weights.length / rows;
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    for (let label = 0; label < labels; label++) largest = Math.max(largest, Math.abs(readWeight(model, row, label)));
  }
  if (largest < LEAST) throw new RangeError(`its largest weight is ${largest}, which tells no word from another`);
}

function openModel(path: string): NameModel {
  const parsed = packedSchema.safeParse(readJsonFile(path));
  if (!parsed.success)
    throw new RecogniserError(path, `is no model of names: ${parsed.error.issues[0]?.path.join('.')} is not as expected`);
  try {
    return openPacked(parsed.data);
  } catch (error) {
    throw new RecogniserError(path, `is no model of names: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

/** A model that `copydesk train entities` wrote, as an `EntityRecogniser`. Throws `RecogniserError` for a missing or damaged file. */
export async function loadTrainedRecogniser(folder: string, file: TrainedRecogniserFile): Promise<EntityRecogniser> {
  const path = join(folder, file.model);
  const model = openModel(path);
  const hash = await hashFiles([{ name: file.model, path }]);
  return createNameRecogniser(model, `${file.name}@sha256:${hash}`);
}
