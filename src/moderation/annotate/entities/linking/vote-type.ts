import { ENTITY_TYPES, type EntityType } from '../../../model/annotation.ts';

interface Ballot {
  readonly type: EntityType;
  readonly confidence: number;
  /** How much the vote counts. */
  readonly weight: number;
}

interface Vote {
  readonly type: EntityType;
  /** Mean confidence of the ballots for the type, by their weight. */
  readonly confidence: number;
}

/** Keeps a ballot without any confidence from being no ballot. */
const LEAST = 0.01;

/** The type for which the most confidence was cast; the first of PER, LOC, ORG, MISC when equal. */
export function voteType(ballots: readonly Ballot[]): Vote {
  const sums = { PER: 0, LOC: 0, ORG: 0, MISC: 0 };
  for (const { type, confidence, weight } of ballots) sums[type] += Math.max(confidence, LEAST) * weight;
  const most = Math.max(...ENTITY_TYPES.map((type) => sums[type]));
  const type = ENTITY_TYPES.find((candidate) => sums[candidate] === most) ?? 'MISC';
  const cast = ballots.filter((ballot) => ballot.type === type);
  const weight = cast.reduce((sum, ballot) => sum + ballot.weight, 0);
  return {
    type,
    confidence: weight === 0 ? 0 : cast.reduce((sum, ballot) => sum + ballot.confidence * ballot.weight, 0) / weight,
  };
}
