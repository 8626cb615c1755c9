import type { RuleDetail } from '../../api/desk-types.ts';
import { say, sayNumber } from '../../messages/say.ts';

type Backtest = NonNullable<RuleDetail['backtest']>;

/** A share with its interval. */
function sayShare(share: number | null, low: number, high: number): string {
  if (share === null) return '–';
  const percent = (one: number) => sayNumber(Math.round(one * 100));
  return say('rule.share', { share: percent(share), low: percent(low), high: percent(high) });
}

/** How far the back-test has come, or that it did not come to its end. */
function Way({ backtest: { state, looked, total, isWhole, articles } }: { readonly backtest: Backtest }) {
  if (state === 'waiting') return <p>{say('rule.backtest_waits')}</p>;
  if (state === 'running') {
    return (
      <div class="way">
        <p id="backtest">{say('rule.testing', { count: looked, total })}</p>
        <progress max={Math.max(1, total)} value={looked} aria-labelledby="backtest" />
      </div>
    );
  }
  if (state === 'failed') return <p class="fault">{say('rule.test_failed')}</p>;
  if (!isWhole) return <p class="hint">{say('rule.test_cut', { count: looked, total })}</p>;
  return articles === 0 ? <p class="hint">{say('rule.test_none')}</p> : null;
}

/** What the rule does: on past articles, unseen on new ones, and by what people decide. */
export function RuleFigures({ rule: { backtest, shadow, live } }: { readonly rule: RuleDetail }) {
  const figures = [
    ...(backtest
      ? ([
          ['rule.looked', sayNumber(backtest.looked)],
          ['rule.hits', sayNumber(backtest.hits)],
          ['rule.changed', sayNumber(backtest.flips)],
          ...(backtest.covered > 0 ? ([['rule.covered', sayNumber(backtest.covered)]] as const) : []),
        ] as const)
      : []),
    ...(shadow
      ? ([['rule.shadow_hits', say('rule.in_shadow', { count: shadow.hits, articles: shadow.articles })]] as const)
      : []),
    ...(live
      ? ([
          ['rule.precision', sayShare(live.precision, live.low, live.high)],
          ['rule.kept', sayNumber(live.kept)],
          ['rule.restored', sayNumber(live.restored)],
        ] as const)
      : []),
  ];
  return (
    <>
      {backtest ? <Way backtest={backtest} /> : null}
      {figures.length > 0 ? (
        <dl class="figures">
          {figures.map(([key, value]) => (
            <div key={key}>
              <dt>{say(key)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {live && live.precision === null ? <p class="hint">{say('rule.no_precision')}</p> : null}
    </>
  );
}
