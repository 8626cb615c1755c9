import { useApp } from '../app-context.ts';
import { useKeys } from '../keys/use-keys.ts';
import { say } from '../messages/say.ts';
import { type Route, writeRoute } from '../model/route.ts';
import { TopBar } from '../parts/top-bar.tsx';
import { UndoBar } from '../parts/undo-bar.tsx';
import { ArticleScreen } from './article/article-screen.tsx';
import { BulkScreen } from './bulk/bulk-screen.tsx';
import { CheckScreen } from './check/check-screen.tsx';
import { PeopleScreen } from './people/people-screen.tsx';
import { PublisherScreen } from './publisher-screen.tsx';
import { QueueScreen } from './queue/queue-screen.tsx';
import { RulesScreen } from './rules/rules-screen.tsx';
import { SettingsScreen } from './settings-screen.tsx';

interface Props {
  readonly route: Route;
  /** Grows when the same place is opened anew. */
  readonly visit: number;
}

function Screen({ route: { screen, id, query }, visit }: Props) {
  const { session } = useApp();
  const { rev = '', ...filter } = query;
  if (screen === 'article') return <ArticleScreen key={`${id} ${rev} ${visit}`} id={id} revision={rev} filter={filter} />;
  // Publishers see their own articles, and nothing of how the desk works.
  if (session?.person.role === 'publisher' && screen !== 'settings') return <PublisherScreen />;
  if (screen === 'check') return <CheckScreen />;
  if (screen === 'bulk') return <BulkScreen key={id} id={id} filter={filter} />;
  if (screen === 'rules') return <RulesScreen id={id} query={query} />;
  if (screen === 'people') return <PeopleScreen />;
  if (screen === 'settings') return <SettingsScreen />;
  return <QueueScreen filter={filter} />;
}

/** The page for somebody who is signed in. */
export function Screens({ route, visit }: Props) {
  const { openHelp } = useApp();
  useKeys({
    help: openHelp,
    queue: () => {
      location.hash = writeRoute('queue');
    },
  });
  return (
    <div class={`app screen-${route.screen}`}>
      <button type="button" class="act skip-link" onClick={() => document.getElementById('main')?.focus()}>
        {say('nav.skip')}
      </button>
      <TopBar screen={route.screen} />
      <main id="main" tabIndex={-1}>
        <Screen route={route} visit={visit} />
      </main>
      <UndoBar />
    </div>
  );
}
