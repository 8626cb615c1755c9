import type { DeskArticle } from '../../api/desk-types.ts';
import { useApp } from '../../app-context.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { isUpheld } from '../../model/is-upheld.ts';
import { PersonBadge } from '../../parts/person-badge.tsx';
import { sayAppeal } from '../../parts/say-appeal.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { Age } from '../../parts/time.tsx';

/** What either decision would mean for the appeal, for whoever may decide it. */
function Meaning({ article }: { readonly article: DeskArticle }) {
  const decisions = ['accepted', 'rejected'] as const;
  return (
    <p class="hint">
      {decisions
        .map((decision) =>
          say(isUpheld(article, decision) ? 'appeal.would_uphold' : 'appeal.would_dismiss', {
            act: sayNamed('act_on', decision),
          }),
        )
        .join(' ')}
    </p>
  );
}

/** The newest appeal against the decision: what is said against it, and what came of it. It is read before the text. */
export function AppealNotice({ article }: { readonly article: DeskArticle }) {
  const { session } = useApp();
  const appeal = article.appeals.at(-1);
  if (!appeal) return null;
  const isWaiting = appeal.endedAt === null;
  const isParty =
    isWaiting && session?.person.role !== 'publisher' && article.claimant === null && !article.actions.includes('claim');
  return (
    <ScrollBox class="notice appeal-notice" label={say('appeal.name')}>
      <p>
        <strong>{say('appeal.name')}</strong> <PersonBadge person={appeal.by} isNamed /> <Age since={appeal.time} />{' '}
        <span class="appeal-state">{sayAppeal(appeal)}</span>
      </p>
      <p dir="auto" class="appeal-text">
        {appeal.text ?? say('note.purged')}
      </p>
      {article.actions.includes('decide_appeal') ? <Meaning article={article} /> : null}
      {isParty ? <p class="hint">{say('appeal.party')}</p> : null}
    </ScrollBox>
  );
}
