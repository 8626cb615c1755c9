import { describe, expect, it } from 'vitest';
import { resolveOverlaps } from '../../../src/moderation/clean/resolve-overlaps.ts';
import type { Detection } from '../../../src/moderation/model/finding.ts';
import { parse } from '../../../src/moderation/parse/parse.ts';

const TEXT =
  'Pilots vote on the tide\n\nThe council met at noon to hear what the pilots wanted, and most stayed on.\n\nshort noise line';
const document = parse(TEXT, { id: 'a', text: TEXT });
const detection = (start: number, end: number, rule: string, extra: Partial<Detection> = {}): Detection => ({
  kind: 'boilerplate',
  rule,
  start,
  end,
  confidence: 0.9,
  action: 'removed',
  message: 'm',
  evidence: {},
  ...extra,
});
const rules = (detections: readonly Detection[]) => resolveOverlaps(document, detections).map((d) => `${d.rule} ${d.action}`);

describe('resolveOverlaps', () => {
  it('lets the longest span be the one cause, then the surest', () => {
    expect(rules([detection(103, 110, 'a.a@1'), detection(103, 119, 'b.b@1')])).toEqual(['b.b@1 removed']);
    expect(rules([detection(103, 119, 'a.a@1'), detection(103, 119, 'b.b@1', { confidence: 0.95 })])).toEqual(['b.b@1 removed']);
  });

  it('never lets the title go', () => {
    expect(rules([detection(0, 23, 'a.a@1')])).toEqual([]);
  });

  it('flags instead of removing when most of the article would go', () => {
    expect(rules([detection(25, 101, 'a.a@1'), detection(103, 119, 'b.b@1')])).toEqual(['a.a@1 flagged', 'b.b@1 flagged']);
  });

  it('gives the same answer in any order', () => {
    const all = [
      detection(103, 110, 'a.a@1'),
      detection(105, 119, 'b.b@1'),
      detection(103, 106, 'c.c@1'),
      detection(30, 40, 'd.d@1'),
    ];
    expect(rules([...all].reverse())).toEqual(rules(all));
  });

  it('takes a repair of several places apart: what a removal takes is left out, the rest is kept, in the title too', () => {
    const at = (start: number) => ({ start, end: start + 1, replacement: '' });
    const repair = detection(0, 119, 'r.r@1', { action: 'repaired', edits: [at(2), at(30), at(104)] });
    const resolved = resolveOverlaps(document, [repair, detection(103, 110, 'a.a@1')]);
    expect(resolved.map(({ rule, edits }) => [rule, edits])).toEqual([
      ['r.r@1', [at(2), at(30)]],
      ['a.a@1', undefined],
    ]);
    expect(rules([detection(103, 119, 'r.r@1', { action: 'repaired', edits: [at(104)] }), detection(103, 119, 'a.a@1')])).toEqual(
      ['a.a@1 removed'],
    );
  });
});
