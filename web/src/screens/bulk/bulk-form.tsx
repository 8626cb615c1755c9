import { REVIEW_REASONS } from '../../../../src/service/review/review-reasons.ts';
import type { BulkWish, Filter } from '../../api/desk.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { TextField } from '../../parts/text-field.tsx';

const TEXTS = ['q', 'source', 'rule'] as const;
const SCORES = ['minScore', 'maxScore'] as const;
const STATES = ['flagged', 'escalated'] as const;
const KINDS = [
  'spam_insert',
  'garbage_token',
  'boilerplate',
  'duplicate',
  'near_duplicate',
  'cross_article_duplicate',
  'hidden_text',
  'leftover',
] as const;

interface Choice {
  readonly label: string;
  /** What stands for no choice. */
  readonly none?: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onValue: (value: string) => void;
}

function Select({ label, none, value, options, onValue }: Choice) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Props {
  readonly filter: Filter;
  readonly decision: BulkWish['decision'];
  readonly reason: string;
  readonly onFilter: (part: Filter) => void;
  readonly onDecision: (decision: BulkWish['decision']) => void;
  readonly onReason: (reason: string) => void;
}

/** Which articles: each filter that counts is seen. */
function Filters({ filter, onFilter }: Props) {
  const set = (name: string) => (value: string) => onFilter({ [name]: value });
  return (
    <fieldset class="fields">
      <legend>{say('bulk.which')}</legend>
      {TEXTS.map((name) => (
        <TextField key={name} label={say(`bulk.${name}`)} value={filter[name] ?? ''} onValue={set(name)} />
      ))}
      {SCORES.map((name) => (
        <label class="field short" key={name}>
          <span>{say(`bulk.${name}`)}</span>
          <input
            type="number"
            min={0}
            max={100}
            step="any"
            value={filter[name] ?? ''}
            onInput={({ currentTarget }) => set(name)(currentTarget.value)}
          />
        </label>
      ))}
      <Select
        label={say('facet.kind')}
        none={say('bulk.any')}
        value={filter.kind ?? ''}
        options={[...new Set([...KINDS, ...(filter.kind ? [filter.kind] : [])])].map((kind) => [kind, sayNamed('kind', kind)])}
        onValue={set('kind')}
      />
      <Select
        label={say('bulk.state')}
        none={say('view.open')}
        value={filter.state ?? ''}
        options={STATES.map((state) => [state, say(`bulk.only_${state}`)])}
        onValue={set('state')}
      />
      <Select
        label={say('bulk.assignee')}
        none={say('bulk.anybody')}
        value={filter.assignee ?? ''}
        options={[
          ['none', say('view.free')],
          ['me', say('view.mine')],
        ]}
        onValue={set('assignee')}
      />
    </fieldset>
  );
}

/** Which articles, and what is to be decided on them. */
export function BulkForm(props: Props) {
  const { decision, reason, onDecision, onReason } = props;
  return (
    <>
      <Filters {...props} />
      <div class="fields">
        <fieldset class="themes">
          <legend>{say('decide.label')}</legend>
          {(['accepted', 'rejected'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="decision" checked={decision === one} onChange={() => onDecision(one)} />
              {say(one === 'accepted' ? 'decide.accept' : 'decide.reject')}
            </label>
          ))}
        </fieldset>
        {decision === 'rejected' ? (
          <Select
            label={say('bulk.reason')}
            value={reason}
            options={REVIEW_REASONS.rejected.map((one) => [one, sayNamed('reason', one)])}
            onValue={onReason}
          />
        ) : null}
      </div>
    </>
  );
}
