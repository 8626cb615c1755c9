import type { Finding } from '../api/desk-types.ts';

/** Findings about equal text, which a person decides on at once; most groups have one member. */
export interface FindingGroup {
  /** Id of its first finding. */
  readonly id: string;
  readonly findings: readonly Finding[];
}

const MAX_TEXT = 2_000;

/** What makes texts equal: words and their order, not white space. */
function nameText(original: string, { start, end }: Finding): string {
  return original
    .slice(start, Math.min(end, start + MAX_TEXT))
    .split(/\s+/u)
    .filter(Boolean)
    .join(' ');
}

/** Whether the finding's text was taken out or changed: its text can be restored. */
export function isCut({ action }: Pick<Finding, 'action'>): boolean {
  return action !== 'flagged';
}

/** Groups findings of the same action on equal text, in the order of their first members. */
export function groupFindings(findings: readonly Finding[], original: string): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const text = nameText(original, finding);
    const name = text === '' ? finding.id : `${isCut(finding)} ${finding.amended?.as ?? ''} ${text}`;
    const group = groups.get(name);
    if (group) group.push(finding);
    else groups.set(name, [finding]);
  }
  return [...groups.values()].map((group) => ({ id: group[0]?.id ?? '', findings: group }));
}
