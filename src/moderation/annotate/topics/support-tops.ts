import type { TermCounts } from './count-terms.ts';
import type { TopicIndex } from './topic-index.ts';

/** What one term says. */
export interface TermEvidence {
  /** Its row in the counts. */
  readonly row: number;
  /** Evidence by concept and those above it, before it is shared among top-level concepts. */
  readonly byConcept: ReadonlyMap<number, number>;
  readonly byTop: ReadonlyMap<number, number>;
  /** What is believed of it, by top-level concept. */
  readonly believed: ReadonlyMap<number, number>;
}

export interface TopSupport {
  readonly evidence: readonly TermEvidence[];
  /** Sum of evidence by row of the top-level concept. */
  readonly tops: ReadonlyMap<number, number>;
}

/** A term says more with each occurrence, and each time less: two say 1.6 times as much as one. */
export const saturate = (mass: number): number => Math.log2(1 + mass);

function raise(map: Map<number, number>, key: number, value: number): void {
  if (value > (map.get(key) ?? 0)) map.set(key, value);
}

/** Top-level concepts that a term speaks for which is not doubtful. */
function listSureTops({ terms }: TermCounts, { concepts, limits }: TopicIndex): ReadonlySet<number> {
  const sure = terms.filter(({ isDoubtful }) => !isDoubtful).flatMap(({ term }) => term.claims);
  return new Set(sure.flatMap(({ concept, weight }) => (weight >= limits.sureWeight ? [concepts[concept]?.top ?? concept] : [])));
}

function spread(counts: TermCounts, index: TopicIndex): readonly Omit<TermEvidence, 'believed'>[] {
  const { terms } = counts;
  const { concepts } = index;
  const sure = listSureTops(counts, index);
  const named = new Set(
    terms.flatMap(({ term }) => term.claims.flatMap(({ concept, isSupport }) => (isSupport ? [] : [concept]))),
  );
  return terms.map(({ term, mass, isDoubtful }, row) => {
    const byConcept = new Map<number, number>();
    const byTop = new Map<number, number>();
    const said = saturate(mass);
    for (const { concept, weight, isSupport } of term.claims) {
      if (isSupport && !named.has(concept)) continue;
      const { ancestors = [], top = concept } = concepts[concept] ?? {};
      if (isDoubtful && !sure.has(top)) continue;
      for (const at of [concept, ...ancestors]) raise(byConcept, at, weight * said);
      raise(byTop, top, weight * said);
    }
    return { row, byConcept, byTop };
  });
}

function sumTops(shares: Iterable<ReadonlyMap<number, number>>): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const share of shares) for (const [top, value] of share) sums.set(top, (sums.get(top) ?? 0) + value);
  return sums;
}

/** The evidence of a term for each top-level concept, shared by what speaks for them: its own weights times their support. */
function share(full: ReadonlyMap<number, number>, support: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  if (full.size < 2) return full;
  const claims = [...full].map(([top, value]) => [top, value, value * (support.get(top) ?? 0)] as const);
  const whole = claims.reduce((sum, [, , claim]) => sum + claim, 0);
  return new Map(claims.map(([top, value, claim]) => [top, whole === 0 ? 0 : (value * claim) / whole]));
}

/**
 * How much of an article speaks for each top-level concept. A term that several claim is shared among them in proportion to what
 * the article as a whole says for them (expectation maximisation, a few rounds), so "court" is of law beside a judge and of sport
 * beside a serve.
 */
export function supportTops(counts: TermCounts, index: TopicIndex): TopSupport {
  const evidence = spread(counts, index);
  let tops = sumTops(evidence.map(({ byTop }) => byTop));
  let shares: readonly ReadonlyMap<number, number>[] = [];
  for (let round = 0; round < index.limits.sharingRounds; round++) {
    shares = evidence.map(({ byTop }) => share(byTop, tops));
    tops = sumTops(shares);
  }
  return { evidence: evidence.map((term, at) => ({ ...term, believed: shares[at] ?? term.byTop })), tops };
}
