import type { EntityType } from '../../src/moderation/model/annotation.ts';

/** A labelled name in a sentence that we made. */
export interface TemplateSpan {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
}

/** A sentence that we made, with the names in it in order; offsets are UTF-16. */
export interface TemplateSentence {
  readonly text: string;
  readonly spans: readonly TemplateSpan[];
}
