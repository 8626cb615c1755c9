import { useEffect } from 'preact/hooks';
import { desk } from '../../api/desk.ts';
import type { RuleDetail } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { Page } from '../../parts/page.tsx';
import { PersonBadge } from '../../parts/person-badge.tsx';
import { Age } from '../../parts/time.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useAsked } from '../../use-asked.ts';
import { useDoing } from '../../use-doing.ts';
import { ProofForm } from './proof-form.tsx';
import { RuleFigures } from './rule-figures.tsx';
import { RuleHits } from './rule-hits.tsx';

const MOVES = ['backtest', 'shadow', 'activate', 'retire'] as const;
type Move = (typeof MOVES)[number];
const TONES: Readonly<Record<Move, string>> = { backtest: '', shadow: '', activate: 'primary', retire: 'danger' };
const POLL_MS = 1500;

function History({ history }: Pick<RuleDetail, 'history'>) {
  return (
    <ol class="rule-history" aria-label={say('panel.history')}>
      {[...history].reverse().map(({ number, name, by, time }) => (
        <li key={number}>
          <span class="event">{sayNamed('event', name)}</span>
          <PersonBadge person={by} isNamed />
          <Age since={time} />
        </li>
      ))}
    </ol>
  );
}

const isUnderWay = (backtest: RuleDetail['backtest']): boolean => backtest?.state === 'running' || backtest?.state === 'waiting';

/** Who may do what comes next, where it is not this person, or not yet. */
function Next({ rule: { state, isProven, actions, backtest } }: { readonly rule: RuleDetail }) {
  if (state === 'retired') return <p class="hint">{say('rule.retired_hint')}</p>;
  if (!isProven && !isUnderWay(backtest)) return <p class="fault">{say('rule.unproven')}</p>;
  if (state === 'proposed') return <p class="hint">{say('rule.proposed_hint')}</p>;
  if (state === 'shadow') return <p class="hint">{say(actions.includes('activate') ? 'rule.shadow_hint' : 'rule.lead_hint')}</p>;
  return null;
}

interface CardProps {
  readonly rule: RuleDetail;
  readonly isBusy: boolean;
  readonly onMove: (move: Move) => void;
}

function Card({ rule, isBusy, onMove }: CardProps) {
  const isRunning = isUnderWay(rule.backtest);
  const { id, revision } = rule.from;
  return (
    <section class="card rule" aria-label={rule.rule}>
      <p>
        <span class={`rule-state ${rule.state}`}>{sayNamed('rule_state', rule.state)}</span>{' '}
        <span class="quiet">
          {sayNamed('kind', rule.kind)} · {sayNamed('action', rule.action)} · {sayNamed('rule_form', rule.form)} ·{' '}
        </span>
        <a href={writeRoute('article', id, { rev: `${revision}` })}>{say('rule.from')}</a>
      </p>
      <bdi class="rule-text">{rule.text}</bdi>
      <RuleFigures rule={rule} />
      <Next rule={rule} />
      <div class="buttons">
        {MOVES.filter((move) => rule.actions.includes(move)).map((move) => (
          <button
            key={move}
            type="button"
            class={`act ${TONES[move]}`}
            disabled={isBusy || (isRunning && move === 'backtest')}
            onClick={() => onMove(move)}
          >
            {say(`rule.${move}`)}
          </button>
        ))}
      </div>
      <History history={rule.history} />
    </section>
  );
}

/** One rule: what it says, what it does, and what may be done with it. */
export function RuleView({ id }: { readonly id: string }) {
  const { announce } = useApp();
  const { answer: rule, fault, load } = useAsked(() => desk.rule(id));
  const { attempt, isBusy } = useDoing();
  const backtest = rule?.backtest?.state;
  useEffect(() => {
    if (backtest === 'done') announce(say('rule.tested'));
    if (backtest !== 'running' && backtest !== 'waiting') return undefined;
    const timer = setInterval(() => void load(), POLL_MS);
    return () => clearInterval(timer);
  }, [backtest]);
  const then = async (work: () => Promise<unknown>) => {
    const isDone = await attempt(work);
    await load();
    return isDone;
  };
  return (
    <Page title={rule?.rule ?? say('nav.rules')} above={{ href: writeRoute('rules'), name: say('rule.all') }}>
      {!rule || fault !== '' ? <Waiting fault={fault} onRetry={load} /> : null}
      {rule ? (
        <>
          <Card rule={rule} isBusy={isBusy} onMove={(move) => void then(() => desk.moveRule(id, move))} />
          {rule.actions.includes('prove') ? (
            <ProofForm
              key={rule.id}
              {...{ rule, isBusy }}
              onProve={(match, allow) => then(() => desk.proveRule(id, match, allow))}
            />
          ) : null}
          <RuleHits name={say('rule.new_hits')} hits={rule.hits} />
          <RuleHits name={say('rule.past_hits')} hits={rule.backtest?.places ?? []} />
        </>
      ) : null}
    </Page>
  );
}
