import type { RemoveAmendment, ReplaceAmendment } from '../model/amendment.ts';
import type { Detection } from '../model/finding.ts';

/** The rules of what a person does to a text. They take no points: what an editor decides is no fault of the article. */
const EDITOR_FINDINGS = {
  removal: { id: 'editor.removal@1', kind: 'editor_removal', message: 'taken out by an editor' },
  change: { id: 'editor.change@1', kind: 'editor_change', message: 'written anew by an editor' },
} as const;

/** What an editor takes out or writes, as cleaning carries it out. The span indexes the original. */
export function toEditorFinding(amendment: RemoveAmendment | ReplaceAmendment): Detection {
  const { id, start, end } = amendment;
  const isRemoval = amendment.kind === 'remove';
  const { kind, id: rule, message } = isRemoval ? EDITOR_FINDINGS.removal : EDITOR_FINDINGS.change;
  const written = isRemoval ? {} : { written: amendment.text.length };
  return {
    kind,
    rule,
    start,
    end,
    confidence: 1,
    action: isRemoval ? 'removed' : 'repaired',
    message,
    evidence: { characters: end - start, ...written },
    ...(isRemoval ? {} : { replacement: amendment.text }),
    amended: { by: [id], as: isRemoval ? 'removed' : 'changed' },
  };
}
