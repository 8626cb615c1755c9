import type { Finding } from '../../../moderation/model/finding.ts';

/** `removed`: taken out, repaired or moved, and left so. `kept`: only flagged, and left so. `restored`: brought back, or called wrong. */
export type SpanVerdict = 'removed' | 'kept' | 'restored';

/** What a person who accepted a result says of what a rule found in it. */
export interface JudgedSpans {
  readonly rule: string;
  /** As the machine has it. */
  readonly kind: string;
  readonly verdict: SpanVerdict;
  readonly spans: number;
}

type Judged = Pick<Finding, 'rule' | 'kind' | 'action' | 'amended'>;

/** Of another kind is still found. */
function judge({ action, amended }: Judged): SpanVerdict {
  if (amended?.as === 'kept' || amended?.as === 'fine') return 'restored';
  return (amended?.was?.action ?? action) === 'flagged' ? 'kept' : 'removed';
}

const isEditors = ({ kind }: Judged) => kind === 'editor_removal' || kind === 'editor_change';

/** What a result, with the amendments of people in it, says of the rules that found something; what people did themselves is nobody's. */
export function judgeSpans(findings: readonly Judged[]): readonly JudgedSpans[] {
  const judged = findings.filter((finding) => !isEditors(finding)).map((finding) => ({ ...finding, verdict: judge(finding) }));
  const groups = Map.groupBy(judged, ({ rule, kind, amended, verdict }) => `${verdict} ${amended?.was?.kind ?? kind} ${rule}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { rule, kind, amended, verdict } = first;
    return [{ rule, kind: amended?.was?.kind ?? kind, verdict, spans: group.length }];
  });
}
