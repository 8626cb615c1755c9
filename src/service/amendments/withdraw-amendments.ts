import type { Person } from '../review/person.ts';
import { ReviewError } from '../review/review-error.ts';
import type { ArticleKey } from '../store/article-key.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { changeAmendments, type ListChange } from './change-amendments.ts';
import type { Drafting } from './make-draft.ts';
import type { StoredAmendment } from './read-amendments.ts';

export interface WithdrawalWish {
  readonly fence: number;
  /** Their ids; whoever has the article may take back what others changed. */
  readonly amendments: readonly string[];
}

/**
 * Takes amendments back, all or none; the result is made anew once. Throws `ReviewError`, with the code `unknown_amendment` when one of them does
 * not stand, and what a thread fails with.
 */
export function withdrawAmendments(
  drafting: Drafting,
  person: Person,
  key: ArticleKey,
  { fence, amendments }: WithdrawalWish,
): Promise<StoredArticle> {
  const plan = (list: readonly StoredAmendment[], article: StoredArticle): ListChange => {
    const wanted = new Set(amendments);
    const withdrawn = [...wanted];
    const rest = list.filter(({ id }) => !wanted.has(id));
    if (rest.length + withdrawn.length !== list.length) throw new ReviewError('unknown_amendment', article);
    return {
      list: rest,
      describe: () => withdrawn.map((amendment) => ({ name: 'amendment.withdrawn', data: { by: person.id, fence, amendment } })),
      write: async (session) => {
        await session.query(`UPDATE copydesk.amendments SET state = 'withdrawn' WHERE id = ANY($1)`, [withdrawn]);
      },
    };
  };
  return changeAmendments(drafting, person, key, { fence, plan });
}
