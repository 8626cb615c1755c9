import type { PhraseRule } from '../../moderation/model/ruleset.ts';
import type { SharedText } from './share-text.ts';

/** What a tenant has learned, as threads get it. */
export interface WorkRules {
  /** Names these rules among all there have been: the head of the log of the tenant's rules. */
  readonly head: string;
  /** `LearnedRules` as JSON text, for threads. */
  readonly json: SharedText;
  /** Whether some are in shadow. */
  readonly hasShadow: boolean;
  /** Ids by the names that findings have. */
  readonly ids: ReadonlyMap<string, string>;
}

export interface LearnedRules {
  /** Part of the ruleset. */
  readonly active: readonly PhraseRule[];
  /** Tried beside it. */
  readonly shadow: readonly PhraseRule[];
}

/** Where a rule that was learned found something in an article that was moderated; offsets into the original. */
export interface RuleHit {
  /** As findings name it. */
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly state: 'shadow' | 'active';
  /** In shadow: it would have changed the verdict. */
  readonly flips: boolean;
}
