import { REVIEW_REASONS } from '../../../../src/service/review/review-reasons.ts';
import type { DeskArticle, Finding } from '../../api/desk-types.ts';
import { say } from '../../messages/say.ts';
import type { Change } from '../../model/find-change.ts';
import { type KeptText, toSource } from '../../model/read-kept.ts';
import { AppealDialog } from './appeal-dialog.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import type { Stretch } from './find-place.ts';
import { namePlace } from './name-place.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import type { Amends } from './use-amends.ts';
import type { Decisions } from './use-decisions.ts';

/** The dialogue that is open over an article. */
export type OpenDialog =
  | { readonly name: 'reject' | 'escalate' | 'appeal' }
  /** Of the text as it was then, whatever becomes of the article meanwhile: its places are those of the original. */
  | { readonly name: 'edit'; readonly kept: KeptText; readonly at: Stretch }
  | { readonly name: 'compare'; readonly finding: Finding };

interface Props {
  readonly dialog: OpenDialog;
  readonly article: DeskArticle;
  readonly decisions: Decisions;
  readonly amends: Amends;
  readonly onClose: () => void;
}

export function WorkDialog({ dialog, article, decisions, amends, onClose }: Props) {
  const then =
    <T,>(act: (answer: T) => Promise<void> | undefined) =>
    (answer: T) => {
      onClose();
      void act(answer);
    };
  const place = `${article.id} ${article.revision}`;
  const changeTo = (kept: KeptText) => (wanted: Change) => {
    const source = toSource(kept, wanted);
    return source ? amends.replace(source, source.text) : Promise.resolve(false);
  };
  switch (dialog.name) {
    case 'reject': {
      const reject = then((reason: string) => decisions.decide('rejected', reason));
      const words = { title: say('reject.title'), hint: say('reject.hint'), reasons: REVIEW_REASONS.rejected };
      return <ReasonDialog {...words} onChoose={reject} onClose={onClose} />;
    }
    case 'escalate': {
      const words = { title: say('escalate.title'), hint: say('escalate.hint'), reasons: REVIEW_REASONS.escalated };
      return <ReasonDialog {...words} onChoose={then(decisions.escalate)} onClose={onClose} />;
    }
    case 'edit':
      return (
        <EditDialog
          place={namePlace(article, dialog.at)}
          {...{ text: dialog.kept.text, onClose, onChange: changeTo(dialog.kept) }}
          language={article.result?.article.language.code}
        />
      );
    case 'appeal':
      return <AppealDialog place={place} onAppeal={decisions.appeal} onClose={onClose} />;
    case 'compare':
      return <CompareDialog article={article} finding={dialog.finding} onClose={onClose} />;
  }
}
