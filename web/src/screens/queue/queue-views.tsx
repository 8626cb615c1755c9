import type { Filter } from '../../api/desk.ts';
import { say } from '../../messages/say.ts';

interface Props {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Views that everybody has. */
const VIEWS = [
  { name: 'open', filter: {} },
  { name: 'free', filter: { assignee: 'none' } },
  { name: 'mine', filter: { assignee: 'me' } },
  { name: 'escalated', filter: { state: 'escalated' } },
  { name: 'appealed', filter: { state: 'appealed' } },
  { name: 'decided', filter: { state: 'decided' } },
  { name: 'all', filter: { state: 'all' } },
] as const satisfies readonly { readonly name: string; readonly filter: Filter }[];

/** What makes a view: the state and who has it. The rest narrows it down. */
const isShown = (filter: Filter, view: Filter) =>
  (filter.state ?? '') === (view.state ?? '') && (filter.assignee ?? '') === (view.assignee ?? '') && (filter.view ?? '') === '';

export function QueueViews({ filter, onFilter }: Props) {
  return (
    <nav aria-label={say('view.label')} class="views">
      <h2>{say('view.label')}</h2>
      <ul>
        {VIEWS.map(({ name, filter: view }) => (
          <li key={name}>
            <button type="button" aria-current={isShown(filter, view) ? 'true' : undefined} onClick={() => onFilter(view)}>
              {say(`view.${name}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
