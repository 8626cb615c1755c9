import type { ModerationContext } from '../../../index.ts';
import type { Article } from '../../../moderation/model/article.ts';
import type { OutputFormat } from '../check-options.ts';
import type { RenderStyle } from '../create-renderer.ts';
import type { DrawnItem } from '../drawn-item.ts';

/** What a thread is told at its start. */
export interface ThreadSetup {
  /** How results are drawn; absent when they are not. */
  readonly drawing: { readonly format: OutputFormat; readonly style: RenderStyle } | undefined;
  /** Folder of a recogniser of names, which is too large to be handed over. */
  readonly entities: string | undefined;
}

/** What the command has read once for all threads. */
export interface ThreadModels extends Pick<ModerationContext, 'ruleset' | 'taxonomy'> {
  /** What the recogniser in the folder calls itself, which tells whether it is still the same. */
  readonly recogniser: string | undefined;
}

/** What a thread is handed: models first, then articles. */
export type ThreadTask = { readonly models: ThreadModels } | { readonly articles: readonly Article[] };

/** What a thread answers: that it is ready, then what came of the articles of each task, in their order. */
export type ThreadAnswer = 'ready' | readonly DrawnItem[];

/** Given to each thread with its setup. */
export interface ThreadData {
  readonly setup: unknown;
  /** How many articles the thread has begun, and how many it has ended (`ARTICLE_COUNTS`), 32 bits each. They tell, when it is dead, which one it died of. */
  readonly counts: SharedArrayBuffer;
}
