import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { REVIEW_REASONS } from '../../../../src/service/review/review-reasons.ts';
import { desk } from '../../api/desk.ts';
import type { DeskArticle } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { buildView } from '../../model/build-view.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Page } from '../../parts/page.tsx';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useAsked } from '../../use-asked.ts';
import { useDoing } from '../../use-doing.ts';
import { type Column, ColumnTabs } from '../article/column-tabs.tsx';
import { listVeils } from '../article/list-veils.ts';
import { ReasonDialog } from '../article/reason-dialog.tsx';
import { TextColumns } from '../article/text-columns.tsx';
import { usePlaces } from '../article/use-places.ts';
import { WhyLine } from '../article/why-line.tsx';
import { Agreement } from './agreement.tsx';

const COLUMNS = ['original', 'cleaned'] as const;
const NONE: ReadonlySet<string> = new Set();

interface CheckProps {
  readonly article: DeskArticle;
  readonly isBusy: boolean;
  readonly agreement: ComponentChildren;
  readonly onDecide: (decision: 'accepted' | 'rejected', reason: string | null) => Promise<boolean>;
}

/** An article without anything that others made of it. */
function Check({ article, isBusy, agreement, onDecide }: CheckProps) {
  const view = useMemo(() => buildView(article), [article]);
  const places = usePlaces(view);
  const { preferences, setPreferences } = useApp();
  const [column, setColumn] = useState<Column>('cleaned');
  const [isAsking, setAsking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const title = article.title || article.result?.article.title || say('article.untitled');
  useKeys({
    accept: () => void onDecide('accepted', null),
    reject: () => !isBusy && setAsking(true),
    blur: () => setPreferences({ isBlurred: !preferences.isBlurred }),
  });
  useEffect(() => {
    document.title = `${say('nav.check')}: ${title} – ${say('app.name')}`;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article class={`work check show-${column} ${listVeils(preferences)}`} aria-labelledby="article-title">
      <header class="article-head">
        <p class="hint">{say('check.hint')}</p>
        <div class="title-line">
          <h1 ref={heading} id="article-title" dir="auto" tabIndex={-1}>
            {title}
          </h1>
          <ScoreBadge score={article.result?.quality.score ?? null} isLarge />
        </div>
        {agreement}
      </header>
      {article.result ? <WhyLine quality={article.result.quality} onChoose={() => undefined} /> : null}
      <ColumnTabs {...{ column, columns: COLUMNS, onColumn: setColumn }} isHtml={view?.isHtml ?? false} />
      <div class="columns">
        {view ? (
          <TextColumns
            {...{ view, direction: 'auto', chosen: NONE, current: null, wanted: -1 }}
            onChoose={() => undefined}
            box={places.box}
          />
        ) : (
          <p class="empty">{say('article.purged')}</p>
        )}
      </div>
      <footer class="decision-bar">
        <div class="buttons">
          <ActButton act="reject" tone="danger" isOff={isBusy} onAct={() => setAsking(true)}>
            {say('decide.reject')}
          </ActButton>
          <ActButton act="accept" tone="primary" isOff={isBusy} onAct={() => void onDecide('accepted', null)}>
            {say('decide.accept')}
          </ActButton>
        </div>
      </footer>
      {isAsking ? (
        <ReasonDialog
          title={say('reject.title')}
          hint={say('check.reject_hint')}
          reasons={REVIEW_REASONS.rejected}
          onClose={() => setAsking(false)}
          onChoose={(reason) => {
            setAsking(false);
            void onDecide('rejected', reason);
          }}
        />
      ) : null}
    </article>
  );
}

/** Second looks at decisions of others, without knowing of them. */
export function CheckScreen() {
  const { session, notify } = useApp();
  const { answer: article, fault, load } = useAsked(desk.nextCheck);
  const { attempt, isBusy } = useDoing();
  const decide = (decision: 'accepted' | 'rejected', reason: string | null) =>
    attempt(async () => {
      if (!article) return;
      const { id, revision } = article;
      const after = await desk.check(id, { revision, decision, reason });
      notify(
        say(after.decision === decision ? 'check.same' : 'check.other', { first: sayNamed('decided', after.decision ?? '') }),
      );
      await load();
    });
  const isLead = session?.person.role === 'lead' || session?.person.role === 'admin';
  // Anew after each look, for it counts that one.
  const agreement = isLead ? <Agreement key={article?.id} /> : null;
  if (article) return <Check key={article.id} {...{ article, isBusy, agreement }} onDecide={decide} />;
  return (
    <Page title={say('nav.check')}>
      {article === null ? (
        <>
          <p class="empty">{say('check.none')}</p>
          {fault === '' ? null : <p class="fault">{fault}</p>}
          <button type="button" class="act" onClick={() => void load()}>
            {say('check.again')}
          </button>
        </>
      ) : (
        <Waiting fault={fault} onRetry={load} />
      )}
      {agreement}
    </Page>
  );
}
