import type { EntityType } from '../../moderation/model/annotation.ts';
import type { Span } from '../../moderation/model/span.ts';

/** A proper name in a document; `start`/`end` index its text. */
export interface NameMention extends Span {
  readonly text: string;
  readonly type: EntityType;
  /** What the data says it names. */
  readonly cluster: string;
}
