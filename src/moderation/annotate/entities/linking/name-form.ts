import type { EntityType } from '../../../model/annotation.ts';
import type { NamedSpan } from '../named-span.ts';

/** All mentions of an article that are one form of a name, however it is spelled. */
export interface NameForm {
  readonly key: string;
  /** Folded words, with "of" and the like. */
  readonly words: readonly string[];
  /** As `ReadName` gives them. */
  readonly parts: readonly string[];
  /** Number of words before a comma; 0 without one. */
  readonly beforeComma: number;
  /** As `ReadName` gives it. */
  readonly acronym: string;
  /** "the" stands in front of, or begins, one of the mentions. */
  readonly hasThe: boolean;
  /** The type that the confidences of the mentions add up to. */
  readonly type: EntityType;
  /** Mean confidence of the mentions that have the type. */
  readonly confidence: number;
  /** In order of their place. */
  readonly mentions: readonly NamedSpan[];
}
