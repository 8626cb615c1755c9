import { useState } from 'preact/hooks';
import type { DeskArticle, Person } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say, sayNumber, sayReason } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { PersonBadge } from '../../parts/person-badge.tsx';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import { Age, Due } from '../../parts/time.tsx';

interface Props {
  readonly article: DeskArticle;
  readonly looking: readonly Person[];
}

function RevisionLinks({ article: { id, revision, revisions } }: { readonly article: DeskArticle }) {
  if (revisions.length < 2) return <span>{say('article.revision', { revision: `${revision}` })}</span>;
  return (
    <span class="revisions">
      {revisions.map((one) => (
        <a key={one} href={writeRoute('article', id, { rev: `${one}` })} aria-current={one === revision ? 'page' : undefined}>
          {say('article.revision', { revision: `${one}` })}
        </a>
      ))}
    </span>
  );
}

/** Where it comes from, and since when it waits. An address is shown, never followed: what it leads to is not ours. */
function Facts({ article }: { readonly article: DeskArticle }) {
  const [isOpen, setOpen] = useState(false);
  const { source, url, format, characters, receivedAt, dueAt } = article;
  const byline = article.result?.article.byline;
  return (
    <p class="facts">
      {source ? <bdi class="source">{source}</bdi> : null}
      {byline ? <bdi>{byline}</bdi> : null}
      <RevisionLinks article={article} />
      <span>{say('article.size', { format, count: characters })}</span>
      <Age since={receivedAt} />
      <Due at={dueAt} />
      {url ? (
        <button type="button" class="plain link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('article.address')}
        </button>
      ) : null}
      {url && isOpen ? <bdi class="address">{url}</bdi> : null}
    </p>
  );
}

function Looking({ looking }: { readonly looking: readonly Person[] }) {
  const { session } = useApp();
  const others = looking.filter(({ id }) => id !== session?.person.id);
  if (others.length === 0) return null;
  return (
    <span class="looking">
      <span class="looking-label">{say('article.looking')}</span>
      {others.map((person) => (
        <PersonBadge key={person.id} person={person} isNamed={others.length < 3} />
      ))}
    </span>
  );
}

/** A headline of more characters may need to be scrolled, also by those who have keys only. */
const SHORT_TITLE = 60;

/** What the article is, and why it is here. */
export function ArticleHead({ article, looking }: Props) {
  const { result, machine, reasons } = article;
  const title = article.title || result?.article.title || say('article.untitled');
  const score = result?.quality.score ?? article.score;
  return (
    <header class="article-head">
      <div class="title-line">
        <h1 dir="auto" lang={result?.article.language.code} tabIndex={title.length > SHORT_TITLE ? 0 : -1} id="article-title">
          {title}
        </h1>
        <Looking looking={looking} />
        <span class="scores">
          {machine && machine.score !== score ? <s class="machine-score">{sayNumber(machine.score)}</s> : null}
          <ScoreBadge score={score} isLarge />
        </span>
      </div>
      <Facts article={article} />
      {reasons.length > 0 ? (
        <ul class="reasons" aria-label={say('article.reasons')}>
          {reasons.map((reason) => (
            <li key={reason}>{sayReason(reason)}</li>
          ))}
        </ul>
      ) : null}
    </header>
  );
}
