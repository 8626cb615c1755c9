import { desk, type Filter } from '../../api/desk.ts';
import { useApp } from '../../app-context.ts';
import { say } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { sameFilter } from '../../model/same-filter.ts';
import { useAsked } from '../../use-asked.ts';
import { KeptViews } from './kept-views.tsx';

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
  (filter.state ?? '') === (view.state ?? '') && (filter.assignee ?? '') === (view.assignee ?? '');

/** States in which many articles can be decided at once. */
const BULK_STATES = ['', 'desk', 'flagged', 'escalated'];

/** Leads from what is shown to one decision on all of it. */
function BulkLink({ filter }: { readonly filter: Filter }) {
  const role = useApp().session?.person.role;
  if ((role !== 'lead' && role !== 'admin') || !BULK_STATES.includes(filter.state ?? '')) return null;
  const { state = '', ...rest } = filter;
  return (
    <a class="bulk-link" href={writeRoute('bulk', '', { ...rest, state: state === 'desk' ? '' : state })}>
      {say('view.bulk')}
    </a>
  );
}

export function QueueViews({ filter: { view: _, ...filter }, onFilter }: Props) {
  const { answer, fault, load } = useAsked(desk.views);
  const views = answer?.views ?? [];
  const isKept = views.some((view) => sameFilter(view.filter, filter));
  const isPlain = VIEWS.some((view) => sameFilter(view.filter, filter));
  return (
    <nav aria-label={say('view.label')} class="views">
      <h2>{say('view.label')}</h2>
      <ul>
        {VIEWS.map(({ name, filter: view }) => (
          <li key={name}>
            <button
              type="button"
              aria-current={!isKept && isShown(filter, view) ? 'true' : undefined}
              onClick={() => onFilter(view)}
            >
              {say(`view.${name}`)}
            </button>
          </li>
        ))}
      </ul>
      {fault === '' ? null : (
        <button type="button" class="keep" title={fault} onClick={() => void load()}>
          {say('view.failed')}
        </button>
      )}
      <KeptViews {...{ views, filter, onFilter }} canKeep={!isKept && !isPlain} onChanged={load} />
      <BulkLink filter={filter} />
    </nav>
  );
}
