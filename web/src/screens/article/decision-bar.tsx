import type { DeskArticle } from '../../api/desk-types.ts';
import type { Act } from '../../keys/key-map.ts';
import { say, sayNamed } from '../../messages/say.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { PersonBadge } from '../../parts/person-badge.tsx';
import type { Stretch } from './find-place.ts';

/** What can be done with the whole article, and with what is selected in it. */
export interface ArticleActs {
  readonly claim: () => void;
  readonly accept: () => void;
  readonly reject: () => void;
  readonly escalate: () => void;
  readonly skip: () => void;
  readonly note: () => void;
  readonly undo: () => void;
  readonly appeal: () => void;
  readonly remove: () => void;
  readonly edit: () => void;
  readonly rule: () => void;
}

interface Props {
  readonly article: DeskArticle;
  readonly isMine: boolean;
  readonly isBusy: boolean;
  /** The act that is done next. */
  readonly waiting: Act | null;
  readonly selected: Stretch | null;
  readonly acts: ArticleActs;
}

/** Who has the article. */
function Claim({ article, isMine }: Props) {
  const { claimant, review, decision } = article;
  if (review === 'decided') return <span class="claim decided">{sayNamed('decided', decision ?? '')}</span>;
  if (isMine) return <span class="claim mine">{say('claim.mine')}</span>;
  if (!claimant) return <span class="claim">{say('claim.nobody')}</span>;
  return (
    <span class="claim theirs">
      <PersonBadge person={claimant} isNamed /> {say('claim.theirs')}
    </span>
  );
}

function SelectionActs({ selected, acts, article }: Props) {
  if (!selected) return null;
  return (
    <div class="selection-acts">
      <span class="quiet">{say('selection.count', { count: selected.end - selected.start })}</span>
      <ActButton act="remove" onAct={acts.remove}>
        {say('selection.remove')}
      </ActButton>
      <ActButton act="edit" onAct={acts.edit}>
        {say('selection.edit')}
      </ActButton>
      {article.actions.includes('propose_rule') ? (
        <ActButton act="rule" onAct={acts.rule}>
          {say('finding.make_rule')}
        </ActButton>
      ) : null}
    </div>
  );
}

/** That an act is under way, and which is to follow it. */
function Turn({ isBusy, waiting }: Props) {
  if (!isBusy) return null;
  return (
    <span class="turn">
      {say('act.working')} {waiting ? <strong>{say('act.next', { act: say(`act.${waiting}`) })}</strong> : null}
    </span>
  );
}

/** The acts that end the work on an article. What this person may not do is not shown. */
export function DecisionBar(props: Props) {
  const { article, acts, isBusy, isMine } = props;
  const can = (...names: readonly DeskArticle['actions'][number][]) => names.some((name) => article.actions.includes(name));
  // Whoever may claim may act: the first act takes the claim.
  const mayDecide = can('accept', 'reject', 'decide_appeal') || (can('claim') && article.review !== 'decided');
  return (
    <section class="decision-bar" aria-label={say('decide.label')} aria-busy={isBusy}>
      <Claim {...props} />
      <Turn {...props} />
      {can('amend') || mayDecide ? <SelectionActs {...props} /> : null}
      <div class="buttons">
        {can('claim') && !isMine ? (
          <ActButton act="claim" onAct={acts.claim}>
            {say('claim.take')}
          </ActButton>
        ) : null}
        {can('note') ? (
          <ActButton act="note" onAct={acts.note}>
            {say('note.act')}
          </ActButton>
        ) : null}
        {can('skip', 'release') && isMine ? (
          <ActButton act="skip" onAct={acts.skip}>
            {say('decide.skip')}
          </ActButton>
        ) : null}
        {can('escalate') ? (
          <ActButton act="escalate" onAct={acts.escalate}>
            {say('decide.escalate')}
          </ActButton>
        ) : null}
        {can('open_appeal') ? (
          <button type="button" class="act" onClick={acts.appeal}>
            {say('appeal.act')}
          </button>
        ) : null}
        {can('undo') ? (
          <ActButton act="undo" onAct={acts.undo}>
            {say(article.undoSeconds === null ? 'decide.undo_told' : 'decide.undo')}
          </ActButton>
        ) : null}
        {mayDecide ? (
          <>
            <ActButton act="reject" onAct={acts.reject} tone="danger">
              {say('decide.reject')}
            </ActButton>
            <ActButton act="accept" onAct={acts.accept} tone="primary">
              {say('decide.accept')}
            </ActButton>
          </>
        ) : null}
      </div>
    </section>
  );
}
