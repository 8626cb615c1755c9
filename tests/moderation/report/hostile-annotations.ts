import type { ModeratedArticle } from '../../../src/moderation/model/moderated-article.ts';

/** Entities and topics that say `attack` wherever they hold a text. */
export function hostileAnnotations(attack: string): Pick<ModeratedArticle, 'entities' | 'topics'> {
  const entity = { id: 'e1', type: 'PER', confidence: 1, name: attack, aliases: [attack], roles: [attack], salience: 1 } as const;
  const evidence = [{ text: attack, count: 1, weight: 1 }];
  return {
    entities: [{ ...entity, mentions: [] }],
    topics: [{ code: 'medtop:00000000', label: attack, score: 1, broader: [], evidence }],
  };
}
