import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { desk, type Filter } from '../../api/desk.ts';
import type { DeskArticle, Entity, Finding, Topic } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { useDropping } from '../../drafts.ts';
import type { Act } from '../../keys/key-map.ts';
import { say } from '../../messages/say.ts';
import { buildView } from '../../model/build-view.ts';
import type { FindingGroup } from '../../model/group-findings.ts';
import { isComparable } from '../../model/is-comparable.ts';
import { sayRefusal } from '../../parts/say-refusal.ts';
import type { Column } from './column-tabs.tsx';
import { namePlace } from './name-place.ts';
import type { Panel } from './side-panel.tsx';
import { useAmends } from './use-amends.ts';
import type { OpenArticle } from './use-article.ts';
import { useDecisions } from './use-decisions.ts';
import { useFindings } from './use-findings.ts';
import { useParagraphs } from './use-paragraphs.ts';
import { usePlaces } from './use-places.ts';
import { useRuleLink } from './use-rule-link.ts';
import { useTurns } from './use-turns.ts';
import type { OpenDialog } from './work-dialog.tsx';

/** Where somebody is in an open article, and what they may do there. */
export function useWork(open: OpenArticle, article: DeskArticle, filter: Filter) {
  const view = useMemo(() => buildView(article), [article.result, article.original]);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [panel, setPanel] = useState<Panel>(article.review === 'appealed' ? 'notes' : 'findings');
  const [column, setColumn] = useState<Column>('cleaned');
  useDropping(namePlace(article), article.review === 'decided');
  const noteField = useRef<HTMLTextAreaElement>(null);
  const [notesAsked, setNotesAsked] = useState(0);
  // Before the next key is read: what somebody writes in the same breath is a note, and no act.
  useLayoutEffect(() => {
    if (notesAsked > 0) noteField.current?.focus();
  }, [notesAsked]);
  const places = usePlaces(view);
  const can = (name: DeskArticle['actions'][number]) => article.actions.includes(name);
  // Whoever may claim may act: the first act takes the claim.
  const canAmend = can('amend') || (can('claim') && article.review !== 'decided');
  return {
    ...{
      view,
      dialog,
      setDialog,
      panel,
      setPanel,
      column,
      setColumn,
      noteField,
      askForNote: () => setNotesAsked((count) => count + 1),
      places,
      can,
      canAmend,
    },
    findings: useFindings(view, places),
    paragraphs: useParagraphs(view, places),
    amends: useAmends(open),
    decisions: useDecisions(open, article, filter),
    makeRule: useRuleLink(article),
  };
}

export type Work = ReturnType<typeof useWork>;

/** Acts by name, each with whether it is allowed now. */
type Rows = Readonly<Partial<Record<Act, readonly [isAllowed: boolean, work: () => unknown]>>>;

/** Acts that end the work on the article. */
function listDeciding(open: OpenArticle, article: DeskArticle, { can, canAmend, setDialog, decisions }: Work) {
  const mayDecide = canAmend && article.resultSha256 !== null;
  return {
    claim: [can('claim'), () => open.actFreely(() => desk.claim(article.id, article.revision))],
    accept: [mayDecide, () => decisions.decide('accepted', null)],
    reject: [mayDecide, () => setDialog({ name: 'reject' })],
    escalate: [can('escalate'), () => setDialog({ name: 'escalate' })],
    skip: [true, decisions.skip],
    undo: [can('undo'), decisions.undo],
  } as const satisfies Rows;
}

/** Acts on what is selected or chosen: what is selected, else the chosen finding, else the paragraph of now. */
function listAmending({ can, canAmend, setDialog, places, findings, paragraphs, amends, makeRule }: Work) {
  const { group } = findings;
  const [finding] = group?.findings ?? [];
  const here = places.selected ? [places.selected] : (group?.findings ?? (paragraphs.stretch ? [paragraphs.stretch] : []));
  const { kept, aim } = paragraphs;
  return {
    remove: [canAmend && here.length > 0, () => amends.remove(here)],
    edit: [canAmend && kept !== null && kept.text !== '', () => kept && aim && setDialog({ name: 'edit', kept, at: aim })],
    restore: [
      canAmend && group !== undefined,
      () => group && (finding?.amended ? amends.withdraw(group) : amends.restore(group)),
    ],
    rule: [
      can('propose_rule') && (places.selected ?? finding) !== undefined,
      () => makeRule(places.selected ?? finding ?? null, finding),
    ],
    compare: [finding !== undefined && isComparable(finding), () => finding && setDialog({ name: 'compare', finding })],
  } as const satisfies Rows;
}

/** Acts on the whole article, and on what is selected or chosen in it, each by its key or its button. */
export function useArticleActs(open: OpenArticle, article: DeskArticle, work: Work) {
  const { notify, session } = useApp();
  const rows = { ...listDeciding(open, article, work), ...listAmending(work) };
  const take = (act: Act) => {
    const name = Object.keys(rows).find((one): one is keyof typeof rows => one === act);
    if (!name) return;
    const [isAllowed, perform] = rows[name];
    turns.take(name, isAllowed, perform);
  };
  const turns = useTurns(open, take);
  const openNotes = () => {
    if (!work.can('note')) return notify(sayRefusal('note', article, session?.person.id), 'bad');
    work.setPanel('notes');
    work.setColumn('findings');
    work.askForNote();
  };
  const by = (act: keyof typeof rows) => () => take(act);
  return {
    waiting: turns.waiting,
    acts: {
      ...{ claim: by('claim'), accept: by('accept'), reject: by('reject'), escalate: by('escalate'), skip: by('skip') },
      ...{ undo: by('undo'), remove: by('remove'), edit: by('edit'), restore: by('restore'), rule: by('rule') },
      ...{ compare: by('compare'), note: openNotes, appeal: () => work.setDialog({ name: 'appeal' }) },
    },
  };
}

/** Acts that have no key: none waits while another is under way, but it is said that it was not done. */
export function useUnkeyedActs({ article, isBusy }: OpenArticle, { canAmend, amends }: Work) {
  const { notify, session } = useApp();
  const guard = (work: () => Promise<unknown>) => {
    if (canAmend && !isBusy) return void work();
    notify(article && !isBusy ? sayRefusal('restore', article, session?.person.id) : say('act.busy'), 'bad');
  };
  return {
    reclassify: (group: FindingGroup, to: string) => guard(() => amends.reclassify(group, to)),
    rejectEntity: (entity: Entity) => guard(() => amends.rejectEntity(entity)),
    rejectTopic: (topic: Topic) => guard(() => amends.rejectTopic(topic)),
    putBack: (amendments: readonly string[]) => guard(() => amends.putBack(amendments)),
  };
}

/** Acts on the chosen finding of the list. */
export function useFindingActs(open: OpenArticle, work: Work, acts: ReturnType<typeof useArticleActs>['acts']) {
  const { reclassify } = useUnkeyedActs(open, work);
  return { ...acts, reclassify, show: (finding: Finding) => work.places.show(finding) };
}
