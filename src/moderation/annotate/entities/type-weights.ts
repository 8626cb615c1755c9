import evidence from '../../../../models/entity-evidence.json' with { type: 'json' };
import { ENTITY_TYPES, type EntityType } from '../../model/annotation.ts';
import type { Cue } from './collect-cues.ts';

/** Sum of evidence per type. */
export type TypeWeights = Readonly<Record<EntityType, number>>;

export const NO_WEIGHT: TypeWeights = { PER: 0, LOC: 0, ORG: 0, MISC: 0 };

const WEIGHTS: Readonly<Record<Cue, Partial<TypeWeights>>> = evidence.weights;

/** The sum of two evidences. */
export function addWeights(a: TypeWeights, b: Partial<TypeWeights>): TypeWeights {
  return {
    PER: a.PER + (b.PER ?? 0),
    LOC: a.LOC + (b.LOC ?? 0),
    ORG: a.ORG + (b.ORG ?? 0),
    MISC: a.MISC + (b.MISC ?? 0),
  };
}

/** What cues say together. */
export function weighCues(cues: readonly Cue[], preposition: number): TypeWeights {
  return cues.reduce<TypeWeights>((sum, cue) => addWeights(sum, WEIGHTS[cue]), { ...NO_WEIGHT, LOC: preposition });
}

/** The type with the most evidence; the first of PER, LOC, ORG, MISC when equal, MISC without any evidence. */
export function chooseType(weights: TypeWeights): EntityType {
  const best = Math.max(...ENTITY_TYPES.map((type) => weights[type]));
  return best <= 0 ? 'MISC' : (ENTITY_TYPES.find((type) => weights[type] === best) ?? 'MISC');
}

/** How sure the chosen type is, 0 to 1: from the mean evidence for it, in `count` places, beyond that for the next one. */
export function rateType(weights: TypeWeights, count: number): number {
  const [best = 0, next = 0] = ENTITY_TYPES.map((type) => Math.max(weights[type], 0)).sort((a, b) => b - a);
  const margin = (best - next) / count;
  return margin / (1 + margin);
}
