import { desk } from '../../api/desk.ts';
import { say, sayNumber } from '../../messages/say.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { useAsked } from '../../use-asked.ts';

const DAYS = 30;

/** How often second persons said the same: for leads. It tells of no single article. */
export function Agreement() {
  const { answer, fault, load } = useAsked(() => desk.agreement(DAYS));
  if (!answer) return fault === '' ? null : <Waiting fault={fault} onRetry={load} />;
  const { checked, agreed, kappa, waiting } = answer;
  const share = checked === 0 ? '–' : say('finding.percent', { percent: Math.round((agreed / checked) * 100) });
  const figures = [
    ['check.checked', sayNumber(checked)],
    ['check.agreed', share],
    ['check.kappa', kappa === null ? '–' : sayNumber(kappa)],
    ['check.waiting', sayNumber(waiting)],
  ] as const;
  return (
    <section class="agreement" aria-labelledby="agreement">
      <h2 id="agreement">{say('check.agreement', { count: DAYS })}</h2>
      <dl class="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {checked > 0 && kappa === null ? <p class="hint">{say('check.no_kappa')}</p> : null}
    </section>
  );
}
