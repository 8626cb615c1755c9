import { useEffect, useRef, useState } from 'preact/hooks';
import { desk, type Filter } from '../../api/desk.ts';
import { useApp } from '../../app-context.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { say } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { QueueCounts } from './queue-counts.tsx';
import { QueueFacets } from './queue-facets.tsx';
import { QueueList } from './queue-list.tsx';
import { QueueViews } from './queue-views.tsx';
import { SearchField } from './search-field.tsx';
import { useQueue } from './use-queue.ts';

const go = (address: string) => {
  location.hash = address;
};

/** What waits for somebody, the most urgent first. */
export function QueueScreen({ filter }: { readonly filter: Filter }) {
  const { announce, notify } = useApp();
  const { queue, isLoading, more } = useQueue(filter);
  const [row, setRow] = useState(-1);
  const list = useRef<HTMLOListElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = `${say('queue.title')} – ${say('app.name')}`;
  }, []);
  useEffect(() => setRow(-1), [JSON.stringify(filter)]);
  useEffect(() => {
    if (queue && !isLoading) announce(say('queue.loaded', { count: queue.count }));
  }, [queue?.count, isLoading]);

  const articles = queue?.articles ?? [];
  const move = (steps: number) => {
    const next = Math.max(0, Math.min(articles.length - 1, row + steps));
    setRow(next);
    list.current?.querySelectorAll<HTMLAnchorElement>('a.row-link')[next]?.focus();
  };
  const takeNext = async () => {
    const { article } = await desk.next(filter).catch(() => ({ article: null }));
    if (article) go(writeRoute('article', article.id, { ...filter, rev: `${article.revision}` }));
    else notify(say('queue.nothing_next'));
  };
  useKeys({
    nextArticle: () => move(1),
    previousArticle: () => move(-1),
    nextFinding: () => move(1),
    previousFinding: () => move(-1),
    claim: () => void takeNext(),
    search: () => search.current?.focus(),
  });
  const change = (part: Filter) => go(writeRoute('queue', '', { ...filter, ...part }));
  return (
    <div class="queue">
      <aside class="rail" aria-label={say('queue.filters')}>
        <QueueViews filter={filter} onFilter={(next) => go(writeRoute('queue', '', next))} />
        {queue?.facets ? <QueueFacets facets={queue.facets} filter={filter} onChange={change} /> : null}
      </aside>
      <section class="queue-main" aria-labelledby="queue-title">
        <header class="queue-head">
          <h1 id="queue-title">{say('queue.title')}</h1>
          <QueueCounts queue={queue} />
          <SearchField key={filter.q ?? ''} field={search} query={filter.q ?? ''} onSearch={(q) => change({ q })} />
          <ActButton act="claim" onAct={() => void takeNext()} tone="primary">
            {say('queue.take_next')}
          </ActButton>
        </header>
        <QueueList list={list} articles={articles} filter={filter} isLoading={isLoading} onFocus={setRow} />
        {queue?.next ? (
          <button type="button" class="act more" onClick={() => void more()}>
            {say('queue.more')}
          </button>
        ) : null}
      </section>
    </div>
  );
}
