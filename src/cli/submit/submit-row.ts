import type { ModeratedArticle, Submitted } from '../../client/client.ts';
import type { Fault } from '../check/check-item.ts';

/** An article that is in, and where it stands as far as is known. */
export interface SentArticle {
  readonly id: string;
  readonly revision: number;
  readonly externalId: string;
  readonly source: string | null;
  /** `sent`: the journal of an earlier run says that it is in, and no more. */
  readonly status: Submitted['status'] | 'sent';
  /** False when the desk had it before. */
  readonly isNew: boolean;
  readonly verdict?: SentVerdict;
}

export interface SentVerdict {
  readonly outcome: ModeratedArticle['verdict']['outcome'];
  /** 0 to 100. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What stands at one place of the input: an article that is in, or why it is not. */
export type SubmitRow = { readonly sent: SentArticle } | { readonly name: string; readonly fault: Fault };
