import { useState } from 'preact/hooks';
import type { Finding } from '../../api/desk-types.ts';
import { say, sayNamed, sayNumber } from '../../messages/say.ts';
import { type FindingGroup, isCut } from '../../model/group-findings.ts';
import { isComparable } from '../../model/is-comparable.ts';
import { ActButton } from '../../parts/act-button.tsx';

/** What can be done about the chosen finding. */
export interface FindingActs {
  /** Restores it, or takes back what was changed about it. */
  readonly restore: () => void;
  readonly remove: () => void;
  readonly reclassify: (group: FindingGroup, to: string) => void;
  readonly compare: () => void;
  readonly rule: () => void;
  readonly show: (finding: Finding) => void;
}

interface Props {
  readonly group: FindingGroup;
  readonly canAmend: boolean;
  readonly canMakeRule: boolean;
  readonly acts: FindingActs;
}

const KINDS = [
  ...(['garbage_token', 'spam_insert', 'boilerplate', 'title_repeat', 'slug_line', 'duplicate', 'near_duplicate'] as const),
  ...(['leftover', 'encoding', 'hidden_text', 'mixed_script', 'personal_data', 'profanity'] as const),
];

function sayEvidence(value: Finding['evidence'][string]): string {
  if (typeof value === 'number') return sayNumber(value);
  return Array.isArray(value) ? value.join(', ') : `${value}`;
}

/** What the rule saw. Places and differences are shown otherwise. */
function Evidence({ finding }: { readonly finding: Finding }) {
  const entries = Object.entries(finding.evidence).filter(
    ([name]) => !['related_spans', 'difference', 'shingles_seen'].includes(name),
  );
  return (
    <dl class="evidence">
      <dt>{say('finding.rule')}</dt>
      <dd class="code">{finding.rule}</dd>
      <dt>{say('finding.confidence')}</dt>
      <dd>{say('finding.percent', { percent: Math.round(finding.confidence * 100) })}</dd>
      {entries.map(([name, value]) => (
        <>
          <dt key={`${name} name`}>{name.replaceAll('_', ' ')}</dt>
          <dd key={name}>
            <bdi>{sayEvidence(value)}</bdi>
          </dd>
        </>
      ))}
    </dl>
  );
}

/** The first button stays the same one, whatever it does: whoever pressed it still has it. */
function Buttons({ group, acts, canMakeRule }: Props) {
  const [finding] = group.findings;
  if (!finding) return null;
  const restore = group.findings.length > 1 ? 'finding.restore_all' : 'finding.restore';
  const isNew = !finding.amended;
  return (
    <>
      <ActButton act="restore" onAct={acts.restore}>
        {say(finding.amended ? 'finding.withdraw' : isCut(finding) ? restore : 'finding.fine')}
      </ActButton>
      {isNew && !isCut(finding) ? (
        <ActButton act="remove" onAct={acts.remove}>
          {say('finding.remove')}
        </ActButton>
      ) : null}
      {isNew && canMakeRule ? (
        <ActButton act="rule" onAct={acts.rule}>
          {say('finding.make_rule')}
        </ActButton>
      ) : null}
    </>
  );
}

/** Chosen first and set then: by the keyboard one comes past the others. */
function KindSelect({ group, acts }: Props) {
  const own = group.findings[0]?.kind ?? '';
  const [kind, setKind] = useState<string>(own);
  const set = (event: Event) => {
    event.preventDefault();
    if (kind !== own) acts.reclassify(group, kind);
  };
  return (
    <form class="kind-select" onSubmit={set}>
      <label>
        <span>{say('finding.kind')}</span>
        <select value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value)}>
          {[...new Set([own, ...KINDS])].map((one) => (
            <option key={one} value={one}>
              {sayNamed('kind', one)}
            </option>
          ))}
          <option value="fine">{say('kind.fine')}</option>
        </select>
      </label>
      <button type="submit" class="act" disabled={kind === own}>
        {say('finding.reclassify')}
      </button>
    </form>
  );
}

/** All about a finding, and what can be done about it. */
export function FindingDetail(props: Props) {
  const { group, canAmend, acts } = props;
  const [finding] = group.findings;
  if (!finding) return null;
  return (
    <div class="detail">
      <p class="message">{finding.message}</p>
      {canAmend ? (
        <div class="buttons">
          <Buttons {...props} />
        </div>
      ) : null}
      {isComparable(finding) ? (
        <ActButton act="compare" onAct={acts.compare}>
          {say('finding.compare')}
        </ActButton>
      ) : null}
      {group.findings.length > 1 ? (
        <ol class="places" aria-label={say('finding.places')}>
          {group.findings.map((one, index) => (
            <li key={one.id}>
              <button type="button" class="plain link" onClick={() => acts.show(one)}>
                {say('finding.place', { number: index + 1, points: one.points })}
              </button>
            </li>
          ))}
        </ol>
      ) : null}
      <Evidence finding={finding} />
      {canAmend && !finding.amended ? <KindSelect key={finding.id} {...props} /> : null}
    </div>
  );
}
