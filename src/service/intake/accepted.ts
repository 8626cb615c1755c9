import type { StoredArticle } from '../store/stored-article.ts';

/** An article that was taken in. */
export interface Accepted {
  readonly article: StoredArticle;
  /** False when the very same article was accepted before: nothing has changed then. */
  readonly isNew: boolean;
  /** What it superseded; or, when a newer revision came before it, itself. As they were before. */
  readonly superseded?: readonly Superseded[];
}

/** A revision that is not the newest. */
export interface Superseded {
  readonly article: StoredArticle;
  /** The newest revision. */
  readonly by: number;
}
