import { useEffect, useState } from 'preact/hooks';
import { desk } from '../../api/desk.ts';
import type { NewRule, Proposals } from '../../api/desk-types.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { Page } from '../../parts/page.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useAsked } from '../../use-asked.ts';
import { useDoing } from '../../use-doing.ts';

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

interface ProposedProps {
  readonly span: NewRule['from'];
  /** Of the finding that the span is of. */
  readonly wanted: string;
  readonly proposals: Proposals;
}

function Proposed({ span, wanted, proposals }: ProposedProps) {
  const [chosen, setChosen] = useState(0);
  const [name, setName] = useState(proposals.name);
  const [kind, setKind] = useState<NewRule['kind']>(KINDS.find((one) => one === wanted) ?? proposals.kind);
  const [text, setText] = useState(proposals.proposals[0]?.text ?? '');
  const { attempt, isBusy } = useDoing();
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
        <span class="hint">{say('rule.text_hint')}</span>
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
        <TextField
          label={say('rule.name')}
          required
          maxLength={60}
          pattern="[a-z][a-z0-9]*(-[a-z0-9]+)*"
          title={say('rule.name_hint')}
          value={name}
          onValue={setName}
        />
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
        <button type="submit" class="act primary" disabled={isBusy}>
          {say('rule.propose')}
        </button>
      </div>
    </form>
  );
}

interface Props {
  readonly span: NewRule['from'];
  readonly kind: string;
}

/** Makes a rule from a span: what the desk proposes, and what a person makes of it. */
export function NewRuleForm({ span, kind }: Props) {
  const { answer: proposals, fault, load } = useAsked(() => desk.propose(span));
  return (
    <Page title={say('rule.new')} above={{ href: writeRoute('rules'), name: say('rule.all') }}>
      {proposals ? null : <Waiting fault={fault} onRetry={load} text={say('rule.thinking')} />}
      {proposals?.proposals.length === 0 ? <p class="empty">{say('rule.no_proposal')}</p> : null}
      {proposals && proposals.proposals.length > 0 ? <Proposed {...{ span, proposals }} wanted={kind} /> : null}
      {proposals?.proposals.length === 0 || fault !== '' ? (
        <p class="onward">
          <a href={writeRoute('article', span.id, { rev: `${span.revision}` })}>{say('rule.back')}</a>
        </p>
      ) : null}
    </Page>
  );
}
