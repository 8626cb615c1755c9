import type { Ref } from 'preact';
import type { Filter } from '../../api/desk.ts';
import type { QueueRow } from '../../api/desk-types.ts';
import { say, sayNamed, sayReason } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { PersonBadge } from '../../parts/person-badge.tsx';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import { Age, Due } from '../../parts/time.tsx';

interface Props {
  readonly list: Ref<HTMLOListElement>;
  readonly articles: readonly QueueRow[];
  readonly filter: Filter;
  readonly isLoading: boolean;
  readonly onFocus: (id: string, row: number) => void;
}

const FEW_KINDS = 4;

function Kinds({ kinds }: { readonly kinds: readonly string[] }) {
  return (
    <ul class="kinds" aria-label={say('facet.kind')}>
      {kinds.slice(0, FEW_KINDS).map((kind) => (
        <li key={kind}>{sayNamed('kind', kind)}</li>
      ))}
      {kinds.length > FEW_KINDS ? <li>{say('queue.more_kinds', { count: kinds.length - FEW_KINDS })}</li> : null}
    </ul>
  );
}

function Row({
  article,
  filter,
  onFocus,
}: {
  readonly article: QueueRow;
  readonly filter: Filter;
  readonly onFocus: () => void;
}) {
  const { id, revision, title, source, score, reasons, kinds, review, decision, claimant, flaggedAt, receivedAt, dueAt } =
    article;
  const isOpen = review !== 'decided' && review !== 'none';
  return (
    <li class={`queue-row ${claimant ? 'claimed' : ''}`}>
      <ScoreBadge score={score} />
      <div class="what">
        <h2>
          <a class="row-link" href={writeRoute('article', id, { ...filter, rev: `${revision}` })} onFocus={onFocus}>
            <bdi>{title || say('article.untitled')}</bdi>
          </a>
        </h2>
        <p class="why-row">
          {source ? <bdi class="source">{source}</bdi> : null}
          <span class="reason">{reasons.map(sayReason).join(' · ')}</span>
        </p>
      </div>
      <Kinds kinds={kinds} />
      <div class="when">
        {review === 'flagged' ? null : (
          <span class={`state ${review}`}>{decision ? sayNamed('decided', decision) : sayNamed('review', review)}</span>
        )}
        {isOpen ? <Due at={dueAt} /> : null}
        <Age since={flaggedAt ?? receivedAt} />
      </div>
      <div class="who">{claimant ? <PersonBadge person={claimant} isNamed /> : null}</div>
    </li>
  );
}

/** Articles in the order in which they should be taken. */
export function QueueList({ list, articles, filter, isLoading, onFocus }: Props) {
  if (articles.length === 0) {
    return (
      <div class="centre empty">
        <p class="big">{say(isLoading ? 'app.loading' : 'queue.empty')}</p>
        {isLoading ? null : <p>{say('queue.empty_hint')}</p>}
      </div>
    );
  }
  return (
    <ol ref={list} class="queue-list" aria-busy={isLoading}>
      {articles.map((article, row) => (
        <Row key={article.id} article={article} filter={filter} onFocus={() => onFocus(article.id, row)} />
      ))}
    </ol>
  );
}
