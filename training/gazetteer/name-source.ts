import type { NameClass } from '../../src/moderation/annotate/entities/name-class.ts';

/** Names of one origin and class, as they are written. */
export interface NameSource {
  readonly classes: readonly NameClass[];
  readonly names: readonly string[];
  /** A long list that was not chosen for news: words that other sources know as something else are not taken from it. */
  readonly weak?: true;
}
