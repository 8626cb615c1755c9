import type { DeskArticle } from '../../api/desk-types.ts';
import { say } from '../../messages/say.ts';

interface Props {
  readonly article: DeskArticle;
  readonly isStale: boolean;
  /** Whether one's own claim may be over, since the desk could not be asked. */
  readonly isLapsed: boolean;
  /** Whether somebody else has it. */
  readonly isOther: boolean;
  readonly onLoad: () => Promise<void>;
}

/** Says that somebody else has the article, or has changed it. */
export function StaleBar({ article, isStale, isLapsed, isOther, onLoad }: Props) {
  if (isLapsed) {
    return (
      <div class="notice stale" role="status">
        <p>{say('stale.lapsed')}</p>
      </div>
    );
  }
  if (!isStale && !isOther) return null;
  return (
    <div class={`notice ${isStale ? 'stale' : 'theirs'}`} role="status">
      <p>{isStale ? say('stale.changed') : say('stale.theirs', { name: article.claimant?.name ?? '' })}</p>
      {isStale ? (
        <button type="button" class="act" onClick={() => void onLoad()}>
          {say('stale.load')}
        </button>
      ) : null}
    </div>
  );
}
