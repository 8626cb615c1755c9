import { z } from 'zod';
import type { EntityType } from '../../moderation/model/annotation.ts';
import { findLabelType } from '../find-label-type.ts';
import { RecogniserError } from '../recogniser-error.ts';
import type { Label } from './label.ts';

const PARTS: Readonly<Record<string, 'begin' | 'inside'>> = {
  B: 'begin',
  S: 'begin',
  U: 'begin',
  I: 'inside',
  E: 'inside',
  L: 'inside',
  M: 'inside',
};
const PREFIXED = /^([BSUIELM])[-_](.+)$/u;
const OUTSIDE: Label = { part: 'outside', type: null };

const configSchema = z.object({ id2label: z.record(z.string().regex(/^\d{1,4}$/u), z.string()) });

type LabelTypes = Readonly<Record<string, EntityType | null>>;

function typeOf(name: string, given: LabelTypes): EntityType | null | undefined {
  return Object.hasOwn(given, name) ? given[name] : findLabelType(name);
}

/** The label of a name; undefined when its type is not known. Without `B-` or `I-` neighbours of one type are one name. */
function toLabel(text: string, given: LabelTypes): Label | undefined {
  if (text === 'O') return OUTSIDE;
  const [, prefix = 'I', name = text] = PREFIXED.exec(text) ?? [];
  const type = typeOf(name, given);
  if (type === undefined) return undefined;
  return type === null ? OUTSIDE : { part: PARTS[prefix] ?? 'inside', type };
}

/**
 * The labels of a model by their number, from `id2label` of its `config.json` (already parsed; `path` for errors).
 * `given`: types of labels from `recogniser.json`. Throws `RecogniserError` naming every label that is not known.
 */
export function readLabels(config: unknown, path: string, given: LabelTypes): readonly Label[] {
  const parsed = configSchema.safeParse(config);
  if (!parsed.success) throw new RecogniserError(path, 'has no id2label, a text for each number');
  const { id2label } = parsed.data;
  const texts = Array.from({ length: Object.keys(id2label).length }, (_, id) => id2label[id]);
  const labels = texts.map((text) => (text === undefined ? undefined : toLabel(text, given)));
  if (texts.includes(undefined)) throw new RecogniserError(path, 'id2label does not count from 0 without a gap');
  const unknown = texts.filter((_, id) => labels[id] === undefined);
  if (unknown.length > 0) {
    throw new RecogniserError(path, `unknown labels ${unknown.join(', ')}: give their types in "labels" of recogniser.json`);
  }
  if (labels.every((label) => label?.type === null)) throw new RecogniserError(path, 'id2label has no label of a name');
  return labels.filter((label) => label !== undefined);
}
