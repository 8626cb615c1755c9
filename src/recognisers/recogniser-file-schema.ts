import { z } from 'zod';
import { ENTITY_TYPES } from '../moderation/model/annotation.ts';
import { RECOGNISER_SCHEMA } from './recogniser-schema.ts';

/** A file below the folder: no absolute path and no way out of it. */
const fileName = z
  .string()
  .regex(/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/u, 'must name a file in the folder, in letters, digits, ".", "_", "-" and "/"');

/** What the file says of a recogniser of either kind. */
const about = {
  schema: z.literal(RECOGNISER_SCHEMA),
  /** Stands in `provenance.models.entities` before the hash of the files. */
  name: z.string().regex(/^[\w.-]{1,80}$/u, 'must be 1 to 80 letters, digits, ".", "_" or "-"'),
  /** Licence of the weights, for those who are handed the folder. */
  licence: z.string().min(1).max(200).exactOptional(),
};

/** Weights of our own recogniser, as `copydesk train entities` writes them. */
const trainedSchema = z.strictObject({
  ...about,
  kind: z.literal('copydesk'),
  model: fileName.default('model.json'),
});

/** A model of token classification in ONNX, in the layout that transformers exports. */
const onnxSchema = z.strictObject({
  ...about,
  kind: z.literal('onnx'),
  model: fileName.default('model.onnx'),
  tokenizer: fileName.default('tokenizer.json'),
  config: fileName.default('config.json'),
  /** Types of labels that we do not know, without `B-` and `I-`; null: not a name. */
  labels: z.record(z.string(), z.enum(ENTITY_TYPES).nullable()).default({}),
  /** Sub-words that the model is shown at once, its marks of beginning and end included; by default what `config` says, at most 512. */
  window: z.int().min(8).max(8192).exactOptional(),
  /** Sub-words that a window shares with the one before; by default a quarter of it. */
  stride: z.int().min(0).max(4096).exactOptional(),
  /** Windows that are computed together. */
  batch: z.int().min(1).max(256).default(8),
  /** Threads of one computation; more can change the last digits of a confidence. */
  threads: z.int().min(1).max(256).default(1),
  /** Time for one article, after which the built-in recogniser is used. */
  timeoutSeconds: z.number().positive().max(3600).default(30),
});

/** The content of `recogniser.json`. */
export const recogniserFileSchema = z.discriminatedUnion('kind', [trainedSchema, onnxSchema]);

export type TrainedRecogniserFile = z.infer<typeof trainedSchema>;
export type OnnxRecogniserFile = z.infer<typeof onnxSchema>;
export type RecogniserFile = z.infer<typeof recogniserFileSchema>;
