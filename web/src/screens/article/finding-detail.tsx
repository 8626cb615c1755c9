import type { Finding } from '../../api/desk-types.ts';
import { say, sayNamed, sayNumber } from '../../messages/say.ts';
import { type FindingGroup, isCut } from '../../model/group-findings.ts';
import { ActButton } from '../../parts/act-button.tsx';

/** What can be done about a finding. */
export interface FindingActs {
  readonly restore: (group: FindingGroup) => void;
  readonly remove: (group: FindingGroup) => void;
  readonly reclassify: (group: FindingGroup, to: string) => void;
  readonly withdraw: (group: FindingGroup) => void;
  readonly compare: (finding: Finding) => void;
  readonly makeRule: (finding: Finding) => void;
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

function Buttons({ group, acts, canMakeRule }: Props) {
  const [finding] = group.findings;
  if (!finding) return null;
  const many = group.findings.length > 1;
  if (finding.amended) {
    return (
      <ActButton act="restore" onAct={() => acts.withdraw(group)}>
        {say('finding.withdraw')}
      </ActButton>
    );
  }
  return (
    <>
      <ActButton act="restore" onAct={() => acts.restore(group)}>
        {isCut(finding) ? say(many ? 'finding.restore_all' : 'finding.restore') : say('finding.fine')}
      </ActButton>
      {isCut(finding) ? null : (
        <ActButton act="remove" onAct={() => acts.remove(group)}>
          {say('finding.remove')}
        </ActButton>
      )}
      {canMakeRule ? (
        <ActButton act="rule" onAct={() => acts.makeRule(finding)}>
          {say('finding.make_rule')}
        </ActButton>
      ) : null}
    </>
  );
}

function KindSelect({ group, acts }: Props) {
  const [finding] = group.findings;
  return (
    <label class="kind-select">
      <span>{say('finding.kind')}</span>
      <select value={finding?.kind ?? ''} onChange={({ currentTarget }) => acts.reclassify(group, currentTarget.value)}>
        {[...new Set([finding?.kind ?? '', ...KINDS])].map((kind) => (
          <option key={kind} value={kind}>
            {sayNamed('kind', kind)}
          </option>
        ))}
        <option value="fine">{say('kind.fine')}</option>
      </select>
    </label>
  );
}

const isComparable = ({ evidence, kind }: Finding) => Array.isArray(evidence.related_spans) || kind === 'cross_article_duplicate';

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
        <ActButton act="compare" onAct={() => acts.compare(finding)}>
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
      {canAmend && !finding.amended ? <KindSelect {...props} /> : null}
    </div>
  );
}
