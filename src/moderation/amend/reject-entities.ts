import type { Amendment } from '../model/amendment.ts';
import type { Entity } from '../model/annotation.ts';

/** The entities that people let stand, and the ids of the amendments that named one. */
export interface SiftedEntities {
  readonly entities: readonly Entity[];
  readonly applied: ReadonlySet<string>;
}

const keyOfName = (name: string, type: string): string => `${type} ${name}`;
const keyOfPlace = (start: number, end: number): string => `${start} ${end}`;

function keysOf({ name, type, mentions }: Entity): readonly string[] {
  return [keyOfName(name, type), ...mentions.map(({ sourceStart, sourceEnd }) => keyOfPlace(sourceStart, sourceEnd))];
}

/** Leaves out what people reject, by name and type or by the place of one mention. The others keep their ids. */
export function rejectEntities(entities: readonly Entity[], amendments: readonly Amendment[]): SiftedEntities {
  const rejected = new Map<string, string[]>();
  for (const amendment of amendments) {
    if (amendment.kind !== 'reject_entity') continue;
    const { id } = amendment;
    const key = 'name' in amendment ? keyOfName(amendment.name, amendment.type) : keyOfPlace(amendment.start, amendment.end);
    const known = rejected.get(key);
    if (known) known.push(id);
    else rejected.set(key, [id]);
  }
  if (rejected.size === 0) return { entities, applied: new Set() };
  const applied = new Set<string>();
  const left = entities.filter((entity) => {
    const ids = keysOf(entity).flatMap((key) => rejected.get(key) ?? []);
    for (const id of ids) applied.add(id);
    return ids.length === 0;
  });
  return { entities: left, applied };
}
