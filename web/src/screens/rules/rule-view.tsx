import { useEffect } from 'preact/hooks';
import { desk } from '../../api/desk.ts';
import type { RuleDetail } from '../../api/desk-types.ts';
import { say, sayNamed, sayNumber } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { PersonBadge } from '../../parts/person-badge.tsx';
import { Age } from '../../parts/time.tsx';
import { useAsked, useDoing } from '../../use-asked.ts';
import { ProofForm } from './proof-form.tsx';

type Hit = RuleDetail['hits'][number];
const MOVES = ['backtest', 'shadow', 'activate', 'retire'] as const;
const POLL_MS = 1500;

function HitItem({ hit }: { readonly hit: Hit }) {
  const { id, revision, title, snippet, before, after, flips } = hit;
  return (
    <li class="hit">
      <a href={writeRoute('article', id, { rev: `${revision}` })}>
        <bdi>{title || say('article.untitled')}</bdi>
      </a>
      {before && after && flips ? (
        <span class="flip">
          {say('rule.flips', { before: sayNamed('value', before.outcome), after: sayNamed('value', after.outcome) })}
        </span>
      ) : null}
      <p dir="auto" class="snippet">
        {snippet ? (
          <>
            {snippet.before}
            <mark>{snippet.text}</mark>
            {snippet.after}
          </>
        ) : (
          <span class="quiet">{say('rule.gone')}</span>
        )}
      </p>
    </li>
  );
}

function Hits({ name, hits }: { readonly name: string; readonly hits: readonly Hit[] }) {
  if (hits.length === 0) return null;
  return (
    <section class="card">
      <h3>{name}</h3>
      <ol class="hits">
        {hits.map((hit) => (
          <HitItem key={`${hit.id} ${hit.revision} ${hit.start}`} hit={hit} />
        ))}
      </ol>
    </section>
  );
}

/** A share with its interval. */
function sayShare(share: number | null, low: number, high: number): string {
  if (share === null) return '–';
  const percent = (one: number) => sayNumber(Math.round(one * 100));
  return say('rule.share', { share: percent(share), low: percent(low), high: percent(high) });
}

/** What the rule does: on past articles, unseen on new ones, and by what people decide. */
function Figures({ rule: { backtest, shadow, live } }: { readonly rule: RuleDetail }) {
  const figures = [
    ...(backtest
      ? ([
          ['rule.looked', `${sayNumber(backtest.looked)} / ${sayNumber(backtest.total)}`],
          ['rule.hits', sayNumber(backtest.hits)],
          ['rule.changed', sayNumber(backtest.flips)],
        ] as const)
      : []),
    ...(shadow ? ([['rule.shadow', say('rule.in_shadow', { count: shadow.hits, articles: shadow.articles })]] as const) : []),
    ...(live ? ([['rule.precision', sayShare(live.precision, live.low, live.high)]] as const) : []),
  ];
  return (
    <dl class="figures">
      {figures.map(([key, value]) => (
        <div key={key}>
          <dt>{say(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One rule: what it says, what it does, and what may be done with it. */
export function RuleView({ id }: { readonly id: string }) {
  const [rule, load] = useAsked(() => desk.rule(id));
  const attempt = useDoing();
  const isRunning = rule?.backtest?.state === 'running' || rule?.backtest?.state === 'waiting';
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => void load(), POLL_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  if (!rule) return <p class="loading">{say('app.loading')}</p>;
  const then = async (work: () => Promise<unknown>) => {
    await attempt(work);
    await load();
  };
  return (
    <>
      <section class="card rule" aria-labelledby="rule-name">
        <h2 id="rule-name">
          {rule.rule} <span class={`rule-state ${rule.state}`}>{sayNamed('rule_state', rule.state)}</span>
        </h2>
        <bdi class="rule-text">{rule.text}</bdi>
        <p class="quiet">
          {sayNamed('kind', rule.kind)} · {sayNamed('action', rule.action)} · {sayNamed('rule_form', rule.form)}
        </p>
        <Figures rule={rule} />
        {rule.isProven ? null : <p class="fault">{say('rule.unproven')}</p>}
        <div class="buttons">
          {MOVES.filter((move) => rule.actions.includes(move)).map((move) => (
            <button
              key={move}
              type="button"
              class={`act ${move === 'activate' ? 'primary' : move === 'retire' ? 'danger' : ''}`}
              disabled={isRunning && move === 'backtest'}
              onClick={() => void then(() => desk.moveRule(id, move))}
            >
              {say(`rule.${move}`)}
            </button>
          ))}
        </div>
        <ol class="history">
          {[...rule.history].reverse().map(({ number, name, by, time }) => (
            <li key={number}>
              <span class="event">{sayNamed('event', name)}</span>
              <PersonBadge person={by} isNamed />
              <span />
              <Age since={time} />
            </li>
          ))}
        </ol>
      </section>
      {rule.actions.includes('prove') ? (
        <ProofForm key={rule.changedAt} rule={rule} onProve={(match, allow) => then(() => desk.proveRule(id, match, allow))} />
      ) : null}
      <Hits name={say('rule.new_hits')} hits={rule.hits} />
      <Hits name={say('rule.past_hits')} hits={rule.backtest?.places ?? []} />
    </>
  );
}
