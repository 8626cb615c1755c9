import type { AmendedAs, Finding, FindingAction } from '../model/finding.ts';
import { nameKind } from './name-kind.ts';

const SAID: Readonly<Record<AmendedAs, string>> = {
  kept: 'kept by an editor',
  fine: 'called wrong by an editor',
  reclassified: 'renamed by an editor',
  removed: 'done by an editor',
  changed: 'done by an editor',
};

const DONE: Readonly<Record<FindingAction, string>> = {
  removed: 'removed',
  repaired: 'repaired',
  moved: 'moved',
  flagged: 'flagged',
};

/** What people made of a finding and by which amendments; nothing for other findings. Ids are as handed in: not yet escaped. */
export function describeAmended({ amended }: Finding): string {
  if (!amended) return '';
  const { by, as, was } = amended;
  const before = was ? `; the machine had ${DONE[was.action]} it as ${nameKind(was.kind)}` : '';
  return `${SAID[as]} (${by.join(', ')})${before}`;
}
