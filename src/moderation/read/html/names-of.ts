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

/** Names such as "no-ads" and "ad-free" say what is not there. */
const NEGATIONS = new Set(['no', 'non', 'not', 'without', 'ohne', 'sans', 'sin']);

function withoutNegated(parts: readonly string[]): readonly string[] {
  if (!parts.some((part) => part === 'free' || NEGATIONS.has(part))) return parts;
  return parts.filter((_, at) => parts[at + 1] !== 'free' && !NEGATIONS.has(parts[at - 1] ?? ''));
}

/** A name of an element, or a part of one. */
export interface ElementName {
  readonly word: string;
  /** False for one part of a longer name, which may be about anything: "share-economy". */
  readonly isWhole: boolean;
  /** All parts of the name that it stands in. */
  readonly parts: readonly string[];
}

function readName(name: string): readonly ElementName[] {
  const parts = withoutNegated(splitName(name));
  const [only] = parts;
  if (parts.length < 2) return only === undefined ? [] : [{ word: only, isWhole: true, parts }];
  const pairs = parts.length > 2 ? parts.slice(1).map((part, at) => `${parts[at]}${part}`) : [];
  return [
    { word: parts.join(''), isWhole: true, parts },
    ...pairs.map((word) => ({ word, isWhole: true, parts })),
    ...parts.map((word) => ({ word, isWhole: false, parts })),
  ];
}

/** The names in the attributes of an element: each whole, its parts in pairs and alone ("post-meta" -> postmeta, post, meta). */
export function namesOf({ attributes }: PageElement): readonly ElementName[] {
  const names: ElementName[] = [];
  for (const key of NAMING) {
    const value = attributes.get(key);
    if (value === undefined || value === '') continue;
    for (const name of value.slice(0, MAX_LENGTH).split(/\s/u)) for (const read of readName(name)) names.push(read);
  }
  return names;
}
