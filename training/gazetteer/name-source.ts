import type { NameClass } from '../../src/moderation/annotate/entities/name-class.ts';

/** Names of one origin and class, as they are written. */
export interface NameSource {
  readonly classes: readonly NameClass[];
  readonly names: readonly string[];
}
