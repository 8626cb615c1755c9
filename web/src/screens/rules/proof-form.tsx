import { useState } from 'preact/hooks';
import type { RuleDetail } from '../../api/desk-types.ts';
import { say } from '../../messages/say.ts';

interface Props {
  readonly rule: RuleDetail;
  readonly isBusy: boolean;
  /** Answers whether the proof was kept. */
  readonly onProve: (match: readonly string[], allow: readonly string[]) => Promise<boolean>;
}

const toLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Each text in a line of its own. */
const fromTexts = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\s*\n\s*/gu, ' ')).join('\n');

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly isNeeded?: boolean;
  readonly onValue: (value: string) => void;
}

function Field({ label, value, isNeeded = false, onValue }: FieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <textarea
        rows={3}
        required={isNeeded}
        dir="auto"
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </label>
  );
}

/** Texts that prove a rule. What nobody has written in follows the rule, for its back-test may find a text. */
export function ProofForm({ rule, isBusy, onProve }: Props) {
  const [match, setMatch] = useState<string | null>(null);
  const [allow, setAllow] = useState<string | null>(null);
  const shown = { match: match ?? fromTexts(rule.match), allow: allow ?? fromTexts(rule.allow) };
  const near = (rule.backtest?.near ?? []).flatMap(({ snippet }) => (snippet ? [snippet.text.replaceAll(/\s+/gu, ' ')] : []));
  const unused = near.filter((text) => !toLines(shown.allow).includes(text));
  const keep = async (event: Event) => {
    event.preventDefault();
    if (!(await onProve(toLines(shown.match), toLines(shown.allow)))) return;
    setMatch(null);
    setAllow(null);
  };
  return (
    <form class="card" onSubmit={(event) => void keep(event)}>
      <h2>{say('rule.proof')}</h2>
      <p class="hint">{say('rule.proof_hint')}</p>
      <Field label={say('rule.match')} value={shown.match} isNeeded onValue={setMatch} />
      <Field label={say('rule.allow')} value={shown.allow} onValue={setAllow} />
      {unused.length > 0 ? (
        <div>
          <h3>{say('rule.near')}</h3>
          <ul class="near">
            {unused.map((text) => (
              <li key={text}>
                <bdi>{text}</bdi>
                <button type="button" class="plain link" onClick={() => setAllow([...toLines(shown.allow), text].join('\n'))}>
                  {say('rule.add_near')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div class="buttons">
        <button type="submit" class="act" disabled={isBusy || (match === null && allow === null)}>
          {say('rule.keep_proof')}
        </button>
      </div>
    </form>
  );
}
