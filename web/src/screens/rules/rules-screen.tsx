import { desk, type Filter } from '../../api/desk.ts';
import type { Rule } from '../../api/desk-types.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { writeRoute } from '../../model/route.ts';
import { Page } from '../../parts/page.tsx';
import { PersonBadge } from '../../parts/person-badge.tsx';
import { Age } from '../../parts/time.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { useAsked } from '../../use-asked.ts';
import { NewRuleForm } from './new-rule-form.tsx';
import { RuleView } from './rule-view.tsx';

/** What a rule does, in a few words. */
function sayHits({ backtest, shadow, state }: Rule): string {
  if (state === 'shadow' && shadow) return say('rule.in_shadow', { count: shadow.hits, articles: shadow.articles });
  return backtest ? say('rule.in_test', { count: backtest.hits, articles: backtest.articles }) : '';
}

function RuleRow({ rule }: { readonly rule: Rule }) {
  return (
    <li class={`rule-row ${rule.state}`}>
      <span class={`rule-state ${rule.state}`}>{sayNamed('rule_state', rule.state)}</span>
      <div class="what">
        <h2>
          <a class="row-link" href={writeRoute('rules', rule.id)}>
            <bdi>{rule.rule}</bdi>
          </a>
        </h2>
        <bdi class="rule-text">{rule.text}</bdi>
      </div>
      <span>{sayNamed('kind', rule.kind)}</span>
      <span class="quiet">{sayHits(rule)}</span>
      <span class="when">
        <PersonBadge person={rule.by} /> <Age since={rule.changedAt} />
      </span>
    </li>
  );
}

function RuleList() {
  const { answer: list, fault, load } = useAsked(desk.rules);
  if (!list) return <Waiting fault={fault} onRetry={load} />;
  if (list.rules.length === 0) return <p class="empty">{say('rule.none')}</p>;
  return (
    <ol class="rule-list">
      {list.rules.map((rule) => (
        <RuleRow key={rule.id} rule={rule} />
      ))}
    </ol>
  );
}

/** Rules that people learned from spans: all of them, one of them, or a new one. */
export function RulesScreen({ id, query }: { readonly id: string; readonly query: Filter }) {
  if (id !== '') return <RuleView key={id} id={id} />;
  const { article, rev = '1', start = '', end = '', kind = '' } = query;
  if (article !== undefined) {
    const span = { id: article, revision: Number(rev), start: Number(start), end: Number(end) };
    return <NewRuleForm key={JSON.stringify(span)} span={span} kind={kind} />;
  }
  return (
    <Page title={say('nav.rules')}>
      <p class="hint lead">{say('rule.hint')}</p>
      <RuleList />
    </Page>
  );
}
