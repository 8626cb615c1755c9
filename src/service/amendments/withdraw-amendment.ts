import type { Person } from '../review/person.ts';
import { ReviewError } from '../review/review-error.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { changeAmendments, type ListChange } from './change-amendments.ts';
import type { Drafting } from './make-draft.ts';
import type { StoredAmendment } from './read-amendments.ts';

export interface WithdrawalWish {
  readonly fence: number;
  /** The amendment's id; whoever has the article may take back what others changed. */
  readonly amendment: string;
}

/** Takes an amendment back. Throws `ReviewError`, with the code `unknown_amendment` when it does not stand, and what a thread fails with. */
export function withdrawAmendment(
  drafting: Drafting,
  person: Person,
  key: ArticleKey,
  { fence, amendment }: WithdrawalWish,
): Promise<StoredArticle> {
  const plan = (list: readonly StoredAmendment[], article: StoredArticle): ListChange => {
    const rest = list.filter(({ id }) => id !== amendment);
    if (rest.length === list.length) throw new ReviewError('unknown_amendment', article);
    return {
      list: rest,
      events: [{ name: 'amendment.withdrawn', data: { by: person.id, fence, amendment } }],
      write: async (session) => {
        await session.query(`UPDATE copydesk.amendments SET state = 'withdrawn' WHERE id = $1`, [amendment]);
      },
    };
  };
  return changeAmendments(drafting, person, key, { fence, plan });
}
