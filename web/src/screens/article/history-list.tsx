import type { DeskArticle, HistoryEntry } from '../../api/desk-types.ts';
import { say, sayNamed, sayNumber } from '../../messages/say.ts';
import { PersonBadge } from '../../parts/person-badge.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { Age } from '../../parts/time.tsx';

/** What of an event's data is worth a reader's while. */
function sayData(data: HistoryEntry['data']): string {
  const shown = ['decision', 'reason', 'outcome', 'score', 'code', 'status'].flatMap((name) => {
    const value = data[name];
    if (typeof value === 'number') return [`${sayNamed('field', name)} ${sayNumber(value)}`];
    return typeof value === 'string' ? [sayNamed(name === 'reason' ? name : 'value', value)] : [];
  });
  return shown.join(' · ');
}

export function HistoryEntries({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <ol class="history">
      {entries.map((entry) => (
        <li key={`${entry.revision} ${entry.number}`}>
          <span class="event">{sayNamed('event', entry.name)}</span>
          {entry.by ? <PersonBadge person={entry.by} isNamed /> : <span class="machine">{say('history.machine')}</span>}
          <span class="data">{sayData(entry.data)}</span>
          <Age since={entry.time} />
        </li>
      ))}
    </ol>
  );
}

/** All that has happened to the article, the newest first, by revision. */
export function HistoryList({ article: { history, revisions } }: { readonly article: DeskArticle }) {
  const newest = [...history].sort((a, b) => b.revision - a.revision || b.number - a.number);
  return (
    <ScrollBox label={say('panel.history')}>
      {[...revisions]
        .sort((a, b) => b - a)
        .map((revision) => (
          <section key={revision}>
            <h2>{say('article.revision', { revision: `${revision}` })}</h2>
            <HistoryEntries entries={newest.filter((entry) => entry.revision === revision)} />
          </section>
        ))}
    </ScrollBox>
  );
}
