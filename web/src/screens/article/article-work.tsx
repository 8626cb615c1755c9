import type { Filter } from '../../api/desk.ts';
import type { DeskArticle } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { say } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { AppealNotice } from './appeal-notice.tsx';
import { ArticleHead } from './article-head.tsx';
import { ColumnTabs } from './column-tabs.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { listVeils } from './list-veils.ts';
import { StaleBar } from './stale-bar.tsx';
import { SubjectChips } from './subject-chips.tsx';
import { TextColumns } from './text-columns.tsx';
import type { OpenArticle } from './use-article.ts';
import { usePresence } from './use-presence.ts';
import { useArticleActs, useUnkeyedActs, useWork, type Work } from './use-work.ts';
import { WhyLine } from './why-line.tsx';
import { WorkDialog } from './work-dialog.tsx';
import { WorkPanel } from './work-panel.tsx';

interface Props {
  readonly open: OpenArticle;
  readonly article: DeskArticle;
  readonly filter: Filter;
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'ckb']);

/** The keys of an open article. */
function useWorkKeys({ article, filter }: Props, work: Work, acts: ReturnType<typeof useArticleActs>['acts']): void {
  const { preferences, setPreferences, held } = useApp();
  const { findings, paragraphs, decisions } = work;
  const { undo, appeal: _, ...keyed } = acts;
  useKeys({
    ...keyed,
    // A decision that is still held comes first, and has its own bar.
    ...(held === null && article.review === 'decided' && { undo }),
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
}

/** What the machine and people made of the article, in short. */
function Summary({ open, article, work }: { readonly open: OpenArticle; readonly article: DeskArticle; readonly work: Work }) {
  const { rejectEntity, rejectTopic, putBack } = useUnkeyedActs(open, work);
  const { view, findings, canAmend, places } = work;
  if (!article.result || !view) return null;
  return (
    <>
      <WhyLine quality={article.result.quality} onChoose={findings.chooseId} />
      <SubjectChips
        {...{
          result: article.result,
          amendments: article.amendments,
          original: view.original,
          canAmend,
          onShow: places.showNext,
        }}
        onRejectEntity={rejectEntity}
        onRejectTopic={rejectTopic}
        onPutBack={putBack}
      />
    </>
  );
}

function Text({ article, work }: { readonly article: DeskArticle; readonly work: Work }) {
  const { view, findings, paragraphs, places } = work;
  if (!view) return <p class="text empty">{say(article.original === null ? 'article.purged' : 'article.no_result')}</p>;
  return (
    <TextColumns
      {...{ view, chosen: findings.ids, current: paragraphs.current, wanted: places.wanted, box: places.box }}
      direction={RIGHT_TO_LEFT.has(article.result?.article.language.code ?? '') ? 'rtl' : 'auto'}
      onChoose={findings.chooseId}
    />
  );
}

/** The work on an open article. */
export function ArticleWork(props: Props) {
  const { open, article, filter } = props;
  const { preferences, session } = useApp();
  const work = useWork(open, article, filter);
  // While an act is under way, its own answer says what has become of the claim.
  const lose = () => void (open.isBusy || open.lose());
  const { looking, isStale, isLapsed } = usePresence(article, open.isMine, lose);
  const { acts, waiting } = useArticleActs(open, article, work);
  useWorkKeys(props, work, acts);
  const { dialog, setDialog, column, setColumn, view, places, decisions, amends } = work;
  const isOther = article.claimant !== null && article.claimant.id !== session?.person.id;
  return (
    <article data-article={article.id} class={`work show-${column} ${listVeils(preferences)}`} aria-labelledby="article-title">
      <ArticleHead article={article} looking={looking} />
      <Summary open={open} article={article} work={work} />
      <div class="notices">
        <AppealNotice article={article} />
        <StaleBar {...{ article, isOther, isLapsed }} isStale={isStale && !open.isBusy} onLoad={open.reload} />
      </div>
      <ColumnTabs column={column} onColumn={setColumn} isHtml={view?.isHtml ?? false} />
      <div class="columns">
        <Text article={article} work={work} />
        <WorkPanel open={open} article={article} work={work} acts={acts} />
      </div>
      <DecisionBar {...{ article, acts, isMine: open.isMine, isBusy: open.isBusy, waiting, selected: places.selected }} />
      {dialog ? <WorkDialog {...{ dialog, article, decisions, amends }} onClose={() => setDialog(null)} /> : null}
    </article>
  );
}
