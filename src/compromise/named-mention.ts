import type { Entity, EntityType, Mention } from '../moderation/model/annotation.ts';

/** What the plugin asks of a recogniser: the entities of a text, their mentions in UTF-16 code units of it. */
export type FoundEntity = Pick<Entity, 'id' | 'type' | 'name' | 'aliases'> & {
  readonly mentions: readonly Pick<Mention, 'start' | 'end' | 'confidence'>[];
};

/** A place where an entity is named. `start`/`end` are UTF-16 code units of the text as compromise spells it. */
export interface NamedMention {
  /** Id of the entity; mentions of the same one share it. */
  readonly id: string;
  readonly type: EntityType;
  /** The fullest form of the name in the text. */
  readonly name: string;
  /** Its other forms. */
  readonly aliases: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly start: number;
  readonly end: number;
}
