import { useEffect, useMemo, useState } from 'preact/hooks';
import { REVIEW_REASONS } from '../../../src/service/review/review-reasons.ts';
import { desk } from '../api/desk.ts';
import type { DeskArticle } from '../api/desk-types.ts';
import { useApp } from '../app-context.ts';
import { useKeys } from '../keys/use-keys.ts';
import { say, sayNamed, sayNumber } from '../messages/say.ts';
import { buildView } from '../model/build-view.ts';
import { ActButton } from '../parts/act-button.tsx';
import { ScoreBadge } from '../parts/score-badge.tsx';
import { useAsked, useDoing } from '../use-asked.ts';
import { ReasonDialog } from './article/reason-dialog.tsx';
import { TextColumns } from './article/text-columns.tsx';
import { usePlaces } from './article/use-places.ts';
import { WhyLine } from './article/why-line.tsx';

const DAYS = 30;
const NONE: ReadonlySet<string> = new Set();

/** How often second persons said the same: for leads. */
function Agreement() {
  const [agreement] = useAsked(() => desk.agreement(DAYS));
  if (!agreement) return null;
  const { checked, agreed, kappa, waiting } = agreement;
  return (
    <dl class="figures" aria-label={say('check.agreement')}>
      <dt>{say('check.checked', { count: DAYS })}</dt>
      <dd>{sayNumber(checked)}</dd>
      <dt>{say('check.agreed')}</dt>
      <dd>{checked === 0 ? '–' : say('finding.percent', { percent: Math.round((agreed / checked) * 100) })}</dd>
      <dt>{say('check.kappa')}</dt>
      <dd>{kappa === null ? '–' : sayNumber(kappa)}</dd>
      <dt>{say('check.waiting')}</dt>
      <dd>{sayNumber(waiting)}</dd>
    </dl>
  );
}

interface CheckProps {
  readonly article: DeskArticle;
  readonly onDecide: (decision: 'accepted' | 'rejected', reason: string | null) => Promise<void>;
}

/** An article without anything that others made of it. */
function Check({ article, onDecide }: CheckProps) {
  const view = useMemo(() => buildView(article), [article]);
  const places = usePlaces(view);
  const [isAsking, setAsking] = useState(false);
  useKeys({ accept: () => void onDecide('accepted', null), reject: () => setAsking(true) });
  return (
    <article class="work check" aria-labelledby="article-title">
      <header class="article-head">
        <p class="hint">{say('check.hint')}</p>
        <div class="title-line">
          <h1 id="article-title" dir="auto" tabIndex={-1}>
            {article.title || article.result?.article.title || say('article.untitled')}
          </h1>
          <ScoreBadge score={article.result?.quality.score ?? null} isLarge />
        </div>
      </header>
      {article.result ? <WhyLine quality={article.result.quality} onChoose={() => undefined} /> : null}
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
          <ActButton act="reject" tone="danger" onAct={() => setAsking(true)}>
            {say('decide.reject')}
          </ActButton>
          <ActButton act="accept" tone="primary" onAct={() => void onDecide('accepted', null)}>
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
  const [article, load] = useAsked(desk.nextCheck);
  const attempt = useDoing();
  useEffect(() => {
    document.title = `${say('nav.check')} – ${say('app.name')}`;
  }, []);
  const decide = async (decision: 'accepted' | 'rejected', reason: string | null) => {
    if (!article) return;
    const isDone = await attempt(() => desk.check(article.id, { revision: article.revision, decision, reason }));
    if (isDone) notify(say('check.done', { decision: sayNamed('decided', decision) }));
    await load();
  };
  if (article) return <Check key={article.id} article={article} onDecide={decide} />;
  return (
    <div class="plain-page">
      <h1>{say('nav.check')}</h1>
      {article === null ? <p class="empty">{say('check.none')}</p> : <p class="loading">{say('app.loading')}</p>}
      {session?.person.role === 'lead' || session?.person.role === 'admin' ? <Agreement /> : null}
    </div>
  );
}
