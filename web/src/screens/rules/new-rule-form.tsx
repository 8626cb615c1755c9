import { useEffect, useState } from 'preact/hooks';
import { desk } from '../../api/desk.ts';
import type { NewRule, Proposals } from '../../api/desk-types.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { useAsked, useDoing } from '../../use-asked.ts';

type Proposal = Proposals['proposals'][number];

const KINDS = ['spam_insert', 'boilerplate', 'leftover', 'personal_data', 'profanity'] as const;

function Choice({
  proposal,
  isChosen,
  onChoose,
}: {
  readonly proposal: Proposal;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <li>
      <label class={`proposal ${isChosen ? 'chosen' : ''}`}>
        <input type="radio" name="proposal" checked={isChosen} onChange={onChoose} />
        <span>
          <span class="quiet">{say('rule.proposal', { form: sayNamed('rule_form', proposal.form), count: proposal.hits })}</span>
          <bdi class="rule-text">{proposal.text}</bdi>
          <span class="hint">{proposal.why}</span>
        </span>
      </label>
    </li>
  );
}

function Proposed({ span, proposals }: { readonly span: NewRule['from']; readonly proposals: Proposals }) {
  const [chosen, setChosen] = useState(0);
  const [name, setName] = useState(proposals.name);
  const [kind, setKind] = useState<NewRule['kind']>(proposals.kind);
  const [text, setText] = useState(proposals.proposals[0]?.text ?? '');
  const attempt = useDoing();
  const proposal = proposals.proposals[chosen];
  useEffect(() => setText(proposal?.text ?? ''), [chosen]);
  const keep = async (event: Event) => {
    event.preventDefault();
    if (!proposal) return;
    const { form, scope, anchor, maxWords } = proposal;
    await attempt(async () => {
      const rule = await desk.addRule({ name, kind, text, form, scope, anchor, maxWords, from: span });
      location.hash = writeRoute('rules', rule.id);
    });
  };
  return (
    <form class="card" onSubmit={keep}>
      <h2>{say('rule.new')}</h2>
      <fieldset>
        <legend>{say('rule.proposals')}</legend>
        <ul class="proposals">
          {proposals.proposals.map((one, index) => (
            <Choice key={one.text} proposal={one} isChosen={index === chosen} onChoose={() => setChosen(index)} />
          ))}
        </ul>
      </fieldset>
      <label class="field">
        <span>{say('rule.text')}</span>
        <textarea
          rows={2}
          required
          maxLength={400}
          dir="auto"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <div class="fields">
        <label class="field">
          <span>{say('rule.name')}</span>
          <input type="text" required maxLength={60} value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
        </label>
        <label class="field">
          <span>{say('finding.kind')}</span>
          <select
            value={kind}
            onChange={({ currentTarget }) => setKind(KINDS.find((one) => one === currentTarget.value) ?? 'spam_insert')}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {sayNamed('kind', one)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="act primary">
          {say('rule.propose')}
        </button>
      </div>
    </form>
  );
}

/** Makes a rule from a span: what the desk proposes, and what a person makes of it. */
export function NewRuleForm({ span }: { readonly span: NewRule['from'] }) {
  const [proposals] = useAsked(() => desk.propose(span));
  if (!proposals) return <p class="loading">{say('rule.thinking')}</p>;
  if (proposals.proposals.length === 0) return <p class="empty">{say('rule.no_proposal')}</p>;
  return <Proposed span={span} proposals={proposals} />;
}
