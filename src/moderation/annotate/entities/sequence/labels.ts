import { ENTITY_TYPES, type EntityType } from '../../../model/annotation.ts';

/** Kinds of label of a type: begins, goes on, ends a name, or is a name of one word. */
const KINDS = ['B', 'I', 'L', 'U'] as const;

/** `O`, then B, I, L and U of each type: `B-PER`, `I-PER`, ... */
export const LABELS: readonly string[] = ['O', ...ENTITY_TYPES.flatMap((type) => KINDS.map((kind) => `${kind}-${type}`))];
export const LABEL_COUNT = 17;
export const OUTSIDE = 0;

export const labelType = (label: number): EntityType | undefined => (label === 0 ? undefined : ENTITY_TYPES[(label - 1) >> 2]);
const kindOf = (label: number): number => (label - 1) & 3;

export const beginsName = (label: number): boolean => label > 0 && (kindOf(label) === 0 || kindOf(label) === 3);
export const endsName = (label: number): boolean => label > 0 && kindOf(label) >= 2;

/** Label of row `at` of a name of `length` words. */
export function labelOf(type: EntityType, at: number, length: number): number {
  const kind = length === 1 ? 3 : at === 0 ? 0 : at === length - 1 ? 2 : 1;
  return 1 + ENTITY_TYPES.indexOf(type) * 4 + kind;
}

const opens = (label: number): boolean => label > 0 && kindOf(label) < 2;
const isInner = (label: number): boolean => label > 0 && (kindOf(label) === 1 || kindOf(label) === 2);

/** True when `next` may stand after `label`. */
export function mayFollow(label: number, next: number): boolean {
  return opens(label) ? isInner(next) && labelType(label) === labelType(next) : !isInner(next);
}

export const mayStart = (label: number): boolean => !isInner(label);
export const mayEnd = (label: number): boolean => !opens(label);
