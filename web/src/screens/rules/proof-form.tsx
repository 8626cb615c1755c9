import { useState } from 'preact/hooks';
import type { RuleDetail } from '../../api/desk-types.ts';
import { say } from '../../messages/say.ts';

interface Props {
  readonly rule: RuleDetail;
  readonly onProve: (match: readonly string[], allow: readonly string[]) => Promise<void>;
}

const toLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Texts that prove a rule: some that it must match, and some that it must not. */
export function ProofForm({ rule, onProve }: Props) {
  const [match, setMatch] = useState(rule.match.join('\n'));
  const [allow, setAllow] = useState(rule.allow.join('\n'));
  const keep = (event: Event) => {
    event.preventDefault();
    void onProve(toLines(match), toLines(allow));
  };
  return (
    <form class="card" onSubmit={keep}>
      <h3>{say('rule.proof')}</h3>
      <label class="field">
        <span>{say('rule.match')}</span>
        <textarea rows={3} required dir="auto" value={match} onInput={({ currentTarget }) => setMatch(currentTarget.value)} />
      </label>
      <label class="field">
        <span>{say('rule.allow')}</span>
        <textarea rows={3} dir="auto" value={allow} onInput={({ currentTarget }) => setAllow(currentTarget.value)} />
      </label>
      <div class="buttons">
        <button type="submit" class="act">
          {say('rule.keep_proof')}
        </button>
      </div>
    </form>
  );
}
