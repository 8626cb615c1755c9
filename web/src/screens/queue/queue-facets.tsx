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

/** What there is to narrow the queue down by, with how many articles each leaves. */
export function QueueFacets({ facets, filter, onChange }: Props) {
  return (
    <div class="facets">
      <ScoreFacet filter={filter} onChange={onChange} />
      {FACETS.map(({ name, of }) =>
        facets[of].length === 0 && !filter[name] ? null : (
          <fieldset class="facet" key={name}>
            <legend>{say(`facet.${name}`)}</legend>
            <ul>
              {facets[of].slice(0, FEW).map(({ value, count }) => (
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
