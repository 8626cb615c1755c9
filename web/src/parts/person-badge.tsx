import type { Person } from '../api/desk-types.ts';

/** First letters of the first and last part of a name. */
function initialsOf(name: string): string {
  const parts = name.split(/[\s.@_-]+/u).filter(Boolean);
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return ends.map((part) => [...(part ?? '')][0]?.toUpperCase() ?? '').join('');
}

/** One of six hues by id, so that people can be told apart at a glance; the initials say who it is. */
function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 6007;
  return sum % 6;
}

export function PersonBadge({ person, isNamed = false }: { readonly person: Person; readonly isNamed?: boolean }) {
  return (
    <span class="person">
      <span class={`avatar hue-${hueOf(person.id)}`} aria-hidden="true" title={person.name}>
        {initialsOf(person.name)}
      </span>
      {isNamed ? <bdi>{person.name}</bdi> : <span class="unseen">{person.name}</span>}
    </span>
  );
}
