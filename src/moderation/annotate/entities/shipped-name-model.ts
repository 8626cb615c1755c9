import packed from '../../../../models/entities.json' with { type: 'json' };
import { type NameModel, openNameModel } from './sequence/name-model.ts';

let model: NameModel | undefined;

/** The model that Copydesk ships, opened when it is first asked for. */
export function shippedNameModel(): NameModel {
  model ??= openNameModel(packed);
  return model;
}

/** Its version, as `provenance.models` states it. */
export const SHIPPED_NAME_MODEL: string = packed.version;
