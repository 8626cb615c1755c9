import type { Article } from '../../moderation/model/article.ts';
import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';

/** Why something handed in gave no result. It becomes an error record, a line on stderr and an exit code. */
export interface Fault {
  /** For programs, for example `bad_json`. */
  readonly code: string;
  readonly message: string;
  /** The file as named; absent for standard input. */
  readonly file?: string;
  /** Line of an NDJSON input, from 1. */
  readonly line?: number;
  readonly exitCode: number;
}

/** What stands at one place of the input. */
export type CheckItem = { readonly article: Article } | { readonly fault: Fault };

/** What stands at the same place of the output. */
export type CheckedItem = { readonly article: Article; readonly result: ModeratedArticle } | { readonly fault: Fault };
