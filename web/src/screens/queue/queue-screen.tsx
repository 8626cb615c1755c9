import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../api/call.ts';
import { desk, type Filter } from '../../api/desk.ts';
import type { Queue, QueueRow } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { takeOpened } from '../../queue-order.ts';
import { QueueCounts } from './queue-counts.tsx';
import { QueueFacets } from './queue-facets.tsx';
import { QueueList } from './queue-list.tsx';
import { QueueViews } from './queue-views.tsx';
import { SearchField } from './search-field.tsx';
import { useQueue } from './use-queue.ts';

const go = (address: string) => {
  location.hash = address;
};

type List = { readonly current: HTMLOListElement | null };

const focusRow = (list: List, row: number) => list.current?.querySelectorAll<HTMLAnchorElement>('a.row-link')[row]?.focus();

/** Whoever comes back from an article stands where they were: at its row, or at the top when it is not there any more. */
function useComingBack(queue: Queue | null, list: List): void {
  const [from] = useState(takeOpened);
  useEffect(() => {
    if (!queue || from === null) return;
    const row = queue.articles.findIndex(({ id }) => id === from);
    if (row === -1) document.getElementById('queue-title')?.focus({ preventScroll: true });
    else focusRow(list, row);
  }, [queue === null]);
}

/** The row that keys are about: it is remembered by its article, for the list changes by itself. */
function useRows(articles: readonly QueueRow[], list: List) {
  const at = useRef<{ id: string; row: number } | null>(null);
  return {
    keep: (id: string, row: number) => {
      at.current = { id, row };
    },
    move: (steps: number) => {
      const { current } = at;
      const found = articles.findIndex(({ id }) => id === current?.id);
      // Where it has gone, the next one has come to its place.
      const next = found === -1 ? (current ? current.row + Math.min(0, steps) : 0) : found + steps;
      focusRow(list, Math.max(0, Math.min(articles.length - 1, next)));
    },
  };
}

/** What waits for somebody, the most urgent first. */
export function QueueScreen({ filter }: { readonly filter: Filter }) {
  const { announce, notify } = useApp();
  const { queue, isLoading, isFailed, reload, more } = useQueue(filter);
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const rail = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const articles = queue?.articles ?? [];
  const rows = useRows(articles, list);
  useComingBack(queue, list);
  useEffect(() => {
    document.title = `${say('queue.title')} – ${say('app.name')}`;
  }, []);
  useEffect(() => {
    if (queue && !isLoading) announce(say('queue.loaded', { count: queue.count }));
  }, [queue?.count, isLoading]);

  const takeNext = async () => {
    try {
      const { article } = await desk.next(filter);
      if (article) go(writeRoute('article', article.id, { ...filter, rev: `${article.revision}` }));
      else notify(say('queue.nothing_next'));
    } catch (error) {
      notify(error instanceof Problem ? sayNamed('problem', error.code, error.message) : say('problem.internal'), 'bad');
    }
  };
  const showMore = async () => {
    const first = articles.length;
    if (await more()) requestAnimationFrame(() => focusRow(list, first));
  };
  const openFilters = () => {
    setOpen(true);
    requestAnimationFrame(() => rail.current?.querySelector<HTMLElement>('.facets button')?.focus());
  };
  useKeys({
    nextArticle: () => rows.move(1),
    previousArticle: () => rows.move(-1),
    nextFinding: () => rows.move(1),
    previousFinding: () => rows.move(-1),
    claim: () => void takeNext(),
    search: () => search.current?.focus(),
    filter: openFilters,
  });
  const change = (part: Filter) => go(writeRoute('queue', '', { ...filter, ...part }));
  return (
    <div class="queue">
      <aside ref={rail} class={`rail ${isOpen ? 'open' : ''}`} aria-label={say('queue.filters')}>
        <QueueViews filter={filter} onFilter={(next) => go(writeRoute('queue', '', next))} />
        <button type="button" class="act show-filters" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('queue.show_filters')}
        </button>
        {queue?.facets ? <QueueFacets facets={queue.facets} filter={filter} onChange={change} /> : null}
      </aside>
      <section class="queue-main" aria-labelledby="queue-title">
        <header class="queue-head">
          <h1 id="queue-title" tabIndex={-1}>
            {say('queue.title')}
          </h1>
          <QueueCounts queue={queue} />
          <SearchField field={search} query={filter.q ?? ''} onSearch={(q) => change({ q })} />
          <ActButton act="claim" onAct={() => void takeNext()} tone="primary">
            {say('queue.take_next')}
          </ActButton>
        </header>
        {isFailed ? (
          <p class="notice stale">
            {say('queue.failed')}{' '}
            <button type="button" class="act" onClick={reload}>
              {say('queue.again')}
            </button>
          </p>
        ) : null}
        {isFailed && !queue ? null : (
          <QueueList {...{ list, articles, filter, isLoading }} onFocus={(id, row) => rows.keep(id, row)} />
        )}
        {queue?.next ? (
          <button type="button" class="act more" onClick={() => void showMore()}>
            {say('queue.more')}
          </button>
        ) : null}
      </section>
    </div>
  );
}
