import type { EntityType } from '../moderation/model/annotation.ts';

/** Types of the sets that models are trained on (CoNLL, OntoNotes, WikiNER, WNUT, MUC), by our types; null: values, not names. */
const KNOWN_LABELS: Readonly<Record<string, EntityType | null>> = {
  PER: 'PER',
  PERS: 'PER',
  PERSON: 'PER',
  LOC: 'LOC',
  LOCATION: 'LOC',
  'GEO-LOC': 'LOC',
  GPE: 'LOC',
  FAC: 'LOC',
  FACILITY: 'LOC',
  ORG: 'ORG',
  ORGANIZATION: 'ORG',
  ORGANISATION: 'ORG',
  CORPORATION: 'ORG',
  CORP: 'ORG',
  GROUP: 'ORG',
  MISC: 'MISC',
  MISCELLANEOUS: 'MISC',
  NORP: 'MISC',
  EVENT: 'MISC',
  WORK_OF_ART: 'MISC',
  'CREATIVE-WORK': 'MISC',
  PRODUCT: 'MISC',
  LAW: 'MISC',
  LANGUAGE: 'MISC',
  DATE: null,
  TIME: null,
  PERCENT: null,
  MONEY: null,
  QUANTITY: null,
  ORDINAL: null,
  CARDINAL: null,
};

/** Our type for the name that others give to one, in any case; null for a value, which is no name; undefined when it is not known. */
export function findLabelType(name: string): EntityType | null | undefined {
  const known = name.toUpperCase();
  return Object.hasOwn(KNOWN_LABELS, known) ? KNOWN_LABELS[known] : undefined;
}
