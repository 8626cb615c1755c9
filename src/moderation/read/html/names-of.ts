import type { PageElement } from './page-block.ts';

const NAMING = ['id', 'class', 'itemprop', 'data-component', 'data-module', 'data-testid'] as const;
/** UTF-16 code units of an attribute that are read. */
const MAX_LENGTH = 400;

function splitName(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]/u)
    .filter((part) => part !== '');
}

/** The names in the attributes of an element: each whole, and its parts alone and in pairs ("post-meta" -> post, meta, postmeta). */
export function namesOf({ attributes }: PageElement): readonly string[] {
  const names: string[] = [];
  for (const key of NAMING) {
    const value = attributes.get(key);
    if (value === undefined || value === '') continue;
    for (const name of value.slice(0, MAX_LENGTH).split(/\s/u)) {
      const parts = splitName(name);
      if (parts.length > 1) names.push(parts.join(''));
      for (const [at, part] of parts.entries()) {
        const next = parts[at + 1];
        if (next !== undefined && parts.length > 2) names.push(part + next);
        names.push(part);
      }
    }
  }
  return names;
}
