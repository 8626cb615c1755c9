import { useMemo, useRef, useState } from 'preact/hooks';
import { desk, type Filter } from '../../api/desk.ts';
import type { DeskArticle, Finding } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say } from '../../messages/say.ts';
import { buildView } from '../../model/build-view.ts';
import type { FindingGroup } from '../../model/group-findings.ts';
import type { Column } from './column-tabs.tsx';
import type { Panel } from './side-panel.tsx';
import { useAmends } from './use-amends.ts';
import type { OpenArticle } from './use-article.ts';
import { useDecisions } from './use-decisions.ts';
import { useFindings } from './use-findings.ts';
import { useParagraphs } from './use-paragraphs.ts';
import { usePlaces } from './use-places.ts';
import { useRuleLink } from './use-rule-link.ts';
import type { OpenDialog } from './work-dialog.tsx';

/** Where somebody is in an open article, and what they may do there. */
export function useWork(open: OpenArticle, article: DeskArticle, filter: Filter) {
  const view = useMemo(() => buildView(article), [article.result, article.original]);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [panel, setPanel] = useState<Panel>(article.review === 'appealed' ? 'notes' : 'findings');
  const [column, setColumn] = useState<Column>('cleaned');
  const noteField = useRef<HTMLTextAreaElement>(null);
  const places = usePlaces(view);
  const can = (name: DeskArticle['actions'][number]) => article.actions.includes(name);
  // Whoever may claim may act: the first act takes the claim.
  const canAmend = can('amend') || (can('claim') && article.review !== 'decided');
  return {
    ...{ view, dialog, setDialog, panel, setPanel, column, setColumn, noteField, places, can, canAmend },
    findings: useFindings(view, places),
    paragraphs: useParagraphs(view, places),
    amends: useAmends(open),
    decisions: useDecisions(open, article, filter),
    makeRule: useRuleLink(article),
  };
}

export type Work = ReturnType<typeof useWork>;

/** Does what is allowed, and says of the rest that it is not. */
export function useGuard({ isBusy }: OpenArticle): (isAllowed: boolean, act: () => unknown) => () => void {
  const { announce } = useApp();
  return (isAllowed, act) => () => {
    if (isAllowed && !isBusy) void act();
    else announce(say('act.not_now'));
  };
}

/** Acts on the whole article, and on what is selected or chosen in it. */
export function useArticleActs(open: OpenArticle, article: DeskArticle, work: Work) {
  const guard = useGuard(open);
  const { can, canAmend, setDialog, places, findings, paragraphs, amends, decisions, makeRule } = work;
  const { group } = findings;
  const [finding] = group?.findings ?? [];
  /** What an act on the text is about: what is selected, else the chosen finding, else the paragraph of now. */
  const removeHere = () => {
    if (places.selected) return amends.remove([places.selected]);
    if (group) return amends.remove(group.findings);
    return paragraphs.stretch ? amends.remove([paragraphs.stretch]) : undefined;
  };
  const openNotes = () => {
    work.setPanel('notes');
    work.setColumn('findings');
    requestAnimationFrame(() => work.noteField.current?.focus());
  };
  const mayDecide = canAmend && article.resultSha256 !== null;
  return {
    claim: guard(can('claim'), () => open.actFreely(() => desk.claim(article.id, article.revision))),
    accept: guard(mayDecide, () => decisions.decide('accepted', null)),
    reject: guard(mayDecide, () => setDialog({ name: 'reject' })),
    escalate: guard(can('escalate'), () => setDialog({ name: 'escalate' })),
    skip: guard(true, decisions.skip),
    note: guard(can('note'), openNotes),
    undo: guard(can('undo'), decisions.undo),
    appeal: guard(can('open_appeal'), () => setDialog({ name: 'appeal' })),
    remove: guard(canAmend, removeHere),
    edit: guard(canAmend && (paragraphs.kept?.text ?? '') !== '', () => setDialog({ name: 'edit' })),
    restore: guard(canAmend, () => group && (finding?.amended ? amends.withdraw(group) : amends.restore(group))),
    rule: guard(can('propose_rule'), () => makeRule(places.selected ?? finding ?? null, finding)),
  };
}

/** Acts on a finding of the list. */
export function useFindingActs(open: OpenArticle, { canAmend, amends, setDialog, makeRule, places }: Work) {
  const guard = useGuard(open);
  return {
    restore: (group: FindingGroup) => guard(canAmend, () => amends.restore(group))(),
    withdraw: (group: FindingGroup) => guard(canAmend, () => amends.withdraw(group))(),
    remove: (group: FindingGroup) => guard(canAmend, () => amends.remove(group.findings))(),
    reclassify: (group: FindingGroup, to: string) => guard(canAmend, () => amends.reclassify(group, to))(),
    compare: (finding: Finding) => setDialog({ name: 'compare', finding }),
    makeRule: (finding: Finding) => makeRule(finding, finding),
    show: (finding: Finding) => places.show(finding),
  };
}
