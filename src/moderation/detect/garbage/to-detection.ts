import type { Detection } from '../../model/finding.ts';
import type { Span } from '../../model/span.ts';
import type { JudgedSpan } from './judge-run.ts';

/** A judged token as it is reported: its whole block when it stands alone. */
export function toDetection(
  found: JudgedSpan & { readonly block: Span },
  alone: boolean,
  action: 'removed' | 'flagged',
): Detection {
  const { block, start, end, judgement } = found;
  const probability = Math.round(judgement.probability * 1000) / 1000;
  return {
    kind: 'garbage_token',
    rule: alone ? 'garbage.random-line@1' : 'garbage.random-token@1',
    start: alone ? block.start : start,
    end: alone ? block.end : end,
    confidence: Math.min(alone ? 0.99 : 0.95, probability),
    action,
    message: alone ? 'a random token as a line of its own' : 'a random token among words',
    evidence: { probability, ...judgement.evidence },
  };
}
