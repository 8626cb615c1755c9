import type { DeskArticle } from '../../api/desk-types.ts';
import type { Stretch } from './find-place.ts';

/** The name of a stretch of an article for what is begun to be written there, or what all such names of the article begin with. */
export function namePlace({ id, revision }: Pick<DeskArticle, 'id' | 'revision'>, at?: Stretch): string {
  return `edit ${id} ${revision} ${at ? `${at.start} ${at.end}` : ''}`;
}
