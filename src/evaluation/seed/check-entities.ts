import type { Entity } from '../../moderation/model/annotation.ts';
import type { ModeratedArticle } from '../../moderation/model/moderated-article.ts';
import type { Gold } from './gold-schema.ts';
import type { SeedCheck } from './seed-check.ts';

const namesOf = ({ name, aliases }: Entity): readonly string[] => [name, ...aliases];

/** Every entity of the gold list under its name or an alias and with its type, and none that must never be one. */
export function checkEntities(gold: Gold, { entities }: ModeratedArticle): readonly SeedCheck[] {
  const typesOf = (names: readonly string[]): readonly string[] =>
    entities.filter((entity) => namesOf(entity).some((name) => names.includes(name))).map(({ type }) => type);
  const expected = gold.entities.map(({ type, name, aliases }) => {
    const types = typesOf([name, ...aliases]);
    return {
      line: 0,
      text: `${type} ${name}`,
      isRight: types.includes(type),
      evidence: `found as ${types.join(', ') || 'nothing'}`,
    };
  });
  const never = gold.entities_never.map((name) => {
    const types = typesOf([name]);
    return { line: 0, text: name, isRight: types.length === 0, evidence: `found as ${types.join(', ')}` };
  });
  return [
    { name: 'entities are found', parts: expected },
    { name: 'what is no entity is not found', parts: never },
  ];
}
