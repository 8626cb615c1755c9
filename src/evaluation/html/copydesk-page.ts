import type { ModeratedArticle } from '../../index.ts';
import type { Reading } from '../../moderation/model/reading.ts';
import type { TextNode } from './text-node.ts';

/** A page with all that Copydesk made of it. */
export interface CopydeskPage {
  readonly reading: Reading;
  readonly result: ModeratedArticle;
  /** The texts of the whole page. */
  readonly nodes: readonly TextNode[];
}
