import { useEffect, useRef } from 'preact/hooks';
import type { Filter } from '../../api/desk.ts';
import type { Queue } from '../../api/desk-types.ts';
import { say, sayNamed } from '../../messages/say.ts';

interface Props {
  readonly facets: NonNullable<Queue['facets']>;
  readonly filter: Filter;
  readonly onChange: (part: Filter) => void;
}

const FACETS = [
  { name: 'kind', of: 'kinds' },
  { name: 'source', of: 'sources' },
  { name: 'rule', of: 'rules' },
] as const;
const FEW = 8;

/** Limits of the score; what lies below is looked at more closely. */
const SCORES = [
  { name: 'poor', filter: { minScore: '', maxScore: '60' } },
  { name: 'fair', filter: { minScore: '60', maxScore: '85' } },
  { name: 'good', filter: { minScore: '85', maxScore: '' } },
] as const;

function ScoreFacet({ filter, onChange }: Omit<Props, 'facets'>) {
  return (
    <fieldset class="facet">
      <legend>{say('facet.score')}</legend>
      <ul>
        {SCORES.map(({ name, filter: range }) => {
          const isOn = (filter.minScore ?? '') === range.minScore && (filter.maxScore ?? '') === range.maxScore;
          return (
            <li key={name}>
              <button type="button" aria-pressed={isOn} onClick={() => onChange(isOn ? { minScore: '', maxScore: '' } : range)}>
                <span>{say(`facet.score_${name}`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** The values that most articles have, and the chosen one, so that it can be taken away again. Articles without a value cannot be asked for. */
function listValues(values: Props['facets']['kinds'], chosen: string | undefined): Props['facets']['kinds'] {
  const few = values.filter(({ value }) => value !== '').slice(0, FEW);
  if (!chosen || few.some(({ value }) => value === chosen)) return few;
  return [...few, values.find(({ value }) => value === chosen) ?? { value: chosen, count: 0 }];
}

/** Filters that narrow a view down; the state and who has it make the view. */
const isNarrowing = ([name, value]: readonly [string, string]) => value !== '' && !['state', 'assignee'].includes(name);

/** What there is to narrow the queue down by, with how many articles each leaves. */
export function QueueFacets({ facets, filter, onChange }: Props) {
  const narrowing = Object.entries(filter).filter(isNarrowing);
  const box = useRef<HTMLDivElement>(null);
  const isCleared = useRef(false);
  useEffect(() => {
    // The button that was pressed is not there any more.
    if (isCleared.current) box.current?.querySelector('button')?.focus();
    isCleared.current = false;
  }, [narrowing.length]);
  return (
    <div ref={box} class="facets">
      {narrowing.length > 0 ? (
        <button
          type="button"
          class="clear"
          onClick={() => {
            isCleared.current = true;
            onChange(Object.fromEntries(narrowing.map(([name]) => [name, ''])));
          }}
        >
          {say('facet.clear')}
        </button>
      ) : null}
      <ScoreFacet filter={filter} onChange={onChange} />
      {FACETS.map(({ name, of }) =>
        listValues(facets[of], filter[name]).length === 0 ? null : (
          <fieldset class="facet" key={name}>
            <legend>{say(`facet.${name}`)}</legend>
            <ul>
              {listValues(facets[of], filter[name]).map(({ value, count }) => (
                <li key={value}>
                  <button
                    type="button"
                    aria-pressed={filter[name] === value}
                    onClick={() => onChange({ [name]: filter[name] === value ? '' : value })}
                  >
                    <bdi>{name === 'kind' ? sayNamed('kind', value) : value}</bdi>
                    <span class="count">{count}</span>
                  </button>
                </li>
              ))}
            </ul>
          </fieldset>
        ),
      )}
    </div>
  );
}
