import { say, sayNamed, sayNumber } from '../../messages/say.ts';
import type { Conflict } from '../../model/describe-conflict.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { WordRuns } from '../../parts/word-runs.tsx';
import { HistoryEntries } from './history-list.tsx';

/** What has happened meanwhile, when an act came too late. */
export function ConflictDialog({ conflict, onClose }: { readonly conflict: Conflict; readonly onClose: () => void }) {
  const { code, events, before, after, words } = conflict;
  return (
    <Dialog title={say('conflict.title')} onClose={onClose} isWide={words.length > 0}>
      <p>{sayNamed('problem', code, say('conflict.other'))}</p>
      {events.length > 0 ? (
        <section>
          <h3>{say('conflict.events')}</h3>
          <HistoryEntries entries={events} />
        </section>
      ) : null}
      {before !== null && after !== null && before !== after ? (
        <p>{say('conflict.score', { before: sayNumber(before), after: sayNumber(after) })}</p>
      ) : null}
      {words.length > 0 ? (
        <section>
          <h3>{say('conflict.words')}</h3>
          <WordRuns runs={words} />
        </section>
      ) : (
        <p class="hint">{say('conflict.same_text')}</p>
      )}
      <div class="buttons">
        <button type="button" class="act primary" onClick={onClose}>
          {say('conflict.look')}
        </button>
      </div>
    </Dialog>
  );
}
