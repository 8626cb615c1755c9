import { EDITOR_KINDS, type Finding, type FindingKind } from '../../moderation/model/finding.ts';

/** The finding of the machine that an amendment is about. */
export interface Touched {
  /** As the machine has it. */
  readonly kind: FindingKind;
  readonly rule: string;
}

const isMachine = (kind: Finding['kind']): kind is FindingKind => !EDITOR_KINDS.some((editor) => editor === kind);

const lengthOf = ({ start, end }: Finding): number => end - start;

/**
 * Says of each amendment, by its id, which finding of the machine it is about. Of several it is the one with the most text, of these the
 * first: an amendment is one event, however much it brings back. What concerns no finding of the machine is not named.
 */
export function findTouched(findings: readonly Finding[]): ReadonlyMap<string, Touched> {
  const longest = new Map<string, Finding>();
  for (const finding of findings) {
    for (const id of (finding.amended?.was && finding.amended.by) ?? []) {
      const known = longest.get(id);
      if (!known || lengthOf(finding) > lengthOf(known)) longest.set(id, finding);
    }
  }
  const touched = new Map<string, Touched>();
  for (const [id, { rule, amended }] of longest) {
    const kind = amended?.was?.kind;
    if (kind !== undefined && isMachine(kind)) touched.set(id, { kind, rule });
  }
  return touched;
}
