import type { EntityType } from '../../moderation/model/annotation.ts';

/** What one output of a model says of a word: it begins a name, goes on with one, or is in none that we report. */
export interface Label {
  readonly part: 'begin' | 'inside' | 'outside';
  /** Null for `O` and for labels of no type of ours, such as dates. */
  readonly type: EntityType | null;
}
