import { useMemo, useRef, useState } from 'preact/hooks';
import { desk, type Filter } from '../../api/desk.ts';
import type { DeskArticle, Finding } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { say } from '../../messages/say.ts';
import { buildView } from '../../model/build-view.ts';
import { writeRoute } from '../../model/route.ts';
import { AppealDialog } from './appeal-dialog.tsx';
import { ArticleHead } from './article-head.tsx';
import { ColumnTabs, type Column } from './column-tabs.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { FindingsList } from './findings-list.tsx';
import { HistoryList } from './history-list.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { ESCALATE_REASONS, REJECT_REASONS } from './reasons.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { type Panel, SidePanel } from './side-panel.tsx';
import { StaleBar } from './stale-bar.tsx';
import { SubjectChips } from './subject-chips.tsx';
import { TextColumns } from './text-columns.tsx';
import type { OpenArticle } from './use-article.ts';
import { useDecisions } from './use-decisions.ts';
import { useFindings } from './use-findings.ts';
import { useAmends } from './use-amends.ts';
import { useParagraphs } from './use-paragraphs.ts';
import { usePlaces } from './use-places.ts';
import { usePresence } from './use-presence.ts';
import { useRuleLink } from './use-rule-link.ts';
import { WhyLine } from './why-line.tsx';

interface Props {
  readonly open: OpenArticle;
  readonly article: DeskArticle;
  readonly filter: Filter;
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'ckb']);

type Open = { readonly name: 'reject' | 'escalate' | 'edit' | 'appeal' } | { readonly name: 'compare'; readonly finding: Finding };

/** The work on an open article. */
export function ArticleWork({ open, article, filter }: Props) {
  const { preferences, setPreferences, session, announce, held } = useApp();
  const view = useMemo(() => buildView(article), [article.result, article.original]);
  const [dialog, setDialog] = useState<Open | null>(null);
  const [panel, setPanel] = useState<Panel>('findings');
  const [column, setColumn] = useState<Column>('cleaned');
  const noteField = useRef<HTMLTextAreaElement>(null);
  const places = usePlaces(view);
  const findings = useFindings(view, places);
  const paragraphs = useParagraphs(view, places);
  const amends = useAmends(open);
  const decisions = useDecisions(open, article, filter);
  const { looking, isStale } = usePresence(article, open.isMine, open.reload);
  const makeRule = useRuleLink(article);

  const canAmend = article.actions.includes('amend') || (article.actions.includes('claim') && article.review !== 'decided');
  const canMakeRule = article.actions.includes('propose_rule');
  const { group } = findings;
  const [finding] = group?.findings ?? [];
  const close = () => setDialog(null);
  /** What an act on the text is about: what is selected, else the chosen finding, else the paragraph of now. */
  const removeHere = () => {
    if (places.selected) return amends.remove([places.selected]);
    if (group) return amends.remove(group.findings);
    return paragraphs.stretch ? amends.remove([paragraphs.stretch]) : undefined;
  };
  const restoreHere = () => group && (finding?.amended ? amends.withdraw(group) : amends.restore(group));
  const openNotes = () => {
    setPanel('notes');
    setColumn('findings');
    requestAnimationFrame(() => noteField.current?.focus());
  };
  const guard = (isAllowed: boolean, act: () => unknown) => () => {
    if (isAllowed && !open.isBusy) void act();
    else announce(say('act.not_now'));
  };
  const mayDecide = canAmend && article.resultSha256 !== null;
  const acts = {
    claim: guard(article.actions.includes('claim'), () => open.actFreely(() => desk.claim(article.id, article.revision))),
    accept: guard(mayDecide, () => decisions.decide('accepted', null)),
    reject: guard(mayDecide, () => setDialog({ name: 'reject' })),
    escalate: guard(article.actions.includes('escalate'), () => setDialog({ name: 'escalate' })),
    skip: guard(true, decisions.skip),
    note: guard(article.actions.includes('note'), openNotes),
    undo: guard(article.actions.includes('undo'), decisions.undo),
    appeal: guard(article.actions.includes('open_appeal'), () => setDialog({ name: 'appeal' })),
    remove: guard(canAmend, removeHere),
    edit: guard(canAmend && (paragraphs.kept?.text ?? '') !== '', () => setDialog({ name: 'edit' })),
    rule: guard(canMakeRule, () => makeRule(places.selected ?? finding ?? null, finding)),
  };
  const { undo, appeal: _, ...keyed } = acts;
  useKeys({
    ...keyed,
    // A decision that is still held comes first, and has its own bar.
    ...(held === null && article.actions.includes('undo') && { undo }),
    restore: guard(canAmend, restoreHere),
    compare: () => finding && setDialog({ name: 'compare', finding }),
    nextFinding: () => findings.move(1),
    previousFinding: () => findings.move(-1),
    nextParagraph: () => paragraphs.move(1),
    previousParagraph: () => paragraphs.move(-1),
    nextArticle: () => void decisions.move(1),
    previousArticle: () => void decisions.move(-1),
    blur: () => setPreferences({ isBlurred: !preferences.isBlurred }),
    queue: () => {
      location.hash = writeRoute('queue', '', filter);
    },
  });
  const findingActs = {
    restore: (one: typeof group) => one && guard(canAmend, () => amends.restore(one))(),
    withdraw: (one: typeof group) => one && guard(canAmend, () => amends.withdraw(one))(),
    remove: (one: typeof group) => one && guard(canAmend, () => amends.remove(one.findings))(),
    reclassify: (one: typeof group, to: string) => one && guard(canAmend, () => amends.reclassify(one, to))(),
    compare: (one: Finding) => setDialog({ name: 'compare', finding: one }),
    makeRule: (one: Finding) => makeRule(one, one),
    show: (one: Finding) => places.show(one),
  };
  const isRtl = RIGHT_TO_LEFT.has(article.result?.article.language.code ?? '');
  const veil = [preferences.isBlurred ? 'blurred' : '', preferences.isGrey ? 'grey' : '', preferences.isMarkupShown ? 'with-markup' : ''];
  return (
    <article class={`work show-${column} ${veil.join(' ')}`} aria-labelledby="article-title">
      <ArticleHead article={article} looking={looking} />
      {article.result ? <WhyLine quality={article.result.quality} onChoose={findings.chooseId} /> : null}
      {article.result && view ? (
        <SubjectChips
          result={article.result}
          original={view.original}
          canAmend={canAmend}
          onShow={places.showNext}
          onRejectEntity={(entity) => guard(canAmend, () => amends.rejectEntity(entity))()}
        />
      ) : null}
      <StaleBar article={article} isStale={isStale} isOther={article.claimant !== null && article.claimant.id !== session?.person.id} onLoad={open.reload} />
      <ColumnTabs column={column} onColumn={setColumn} isHtml={view?.isHtml ?? false} />
      <div class="columns">
        {view ? (
          <TextColumns
            view={view}
            direction={isRtl ? 'rtl' : 'auto'}
            chosen={findings.ids}
            current={paragraphs.current}
            wanted={places.wanted}
            onChoose={findings.chooseId}
            box={places.box}
          />
        ) : (
          <p class="text empty">{say(article.original === null ? 'article.purged' : 'article.no_result')}</p>
        )}
        <SidePanel
          panel={panel}
          onPanel={setPanel}
          counts={{ findings: view?.findings.length ?? 0, history: article.history.length, notes: article.notes.length }}
        >
          {panel === 'findings' && view ? (
            <FindingsList
              groups={view.groups}
              original={view.original}
              isHtml={view.isHtml}
              chosen={findings.row}
              onChoose={findings.choose}
              {...{ canAmend, canMakeRule }}
              acts={findingActs}
              box={findings.box}
            />
          ) : null}
          {panel === 'history' ? <HistoryList article={article} /> : null}
          {panel === 'notes' ? (
            <NotesPanel
              article={article}
              field={noteField}
              onNote={async (text) => (await open.actFreely(() => desk.note(article.id, article.revision, text))) !== undefined}
            />
          ) : null}
        </SidePanel>
      </div>
      <DecisionBar article={article} isMine={open.isMine} isBusy={open.isBusy} selected={places.selected} acts={acts} />
      {dialog?.name === 'reject' ? (
        <ReasonDialog
          title={say('reject.title')}
          hint={say('reject.hint')}
          reasons={REJECT_REASONS}
          onClose={close}
          onChoose={(reason) => {
            close();
            void decisions.decide('rejected', reason);
          }}
        />
      ) : null}
      {dialog?.name === 'escalate' ? (
        <ReasonDialog
          title={say('escalate.title')}
          hint={say('escalate.hint')}
          reasons={ESCALATE_REASONS}
          onClose={close}
          onChoose={(reason) => {
            close();
            void decisions.escalate(reason);
          }}
        />
      ) : null}
      {dialog?.name === 'edit' && paragraphs.kept ? (
        <EditDialog
          text={paragraphs.kept.text}
          onClose={close}
          onChange={(change) => {
            close();
            const source = paragraphs.toSource(change);
            if (source) void amends.replace(source, source.text);
          }}
        />
      ) : null}
      {dialog?.name === 'appeal' ? (
        <AppealDialog
          onClose={close}
          onAppeal={(text) => {
            close();
            void decisions.appeal(text);
          }}
        />
      ) : null}
      {dialog?.name === 'compare' ? <CompareDialog article={article} finding={dialog.finding} onClose={close} /> : null}
    </article>
  );
}
