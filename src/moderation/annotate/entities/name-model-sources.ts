import packed from '../../../../models/entities.json' with { type: 'json' };
import gazetteer from '../../../../models/gazetteer.json' with { type: 'json' };

/** A part of what finds names, and what it was made of. */
export interface NameModelSource {
  readonly name: string;
  readonly licence: string;
  readonly inputs: readonly { readonly name: string; readonly licence: string }[];
}

/** The weights and the gazetteer that we ship, with their inputs and the licences of these. */
export const NAME_MODEL_SOURCES: readonly NameModelSource[] = [
  { name: `copydesk-names-${packed.version}`, licence: packed.licence, inputs: packed.inputs },
  { name: 'copydesk-gazetteer', licence: gazetteer.licence, inputs: gazetteer.inputs },
];
