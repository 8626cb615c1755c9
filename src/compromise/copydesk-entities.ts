import type { Plugin } from 'compromise/misc';
import type View from 'compromise/view/one';
import { annotate } from '../moderation/annotate/annotate.ts';
import type { NamingOptions } from './name-terms.ts';
import type { FoundEntity, NamedMention } from './named-mention.ts';
import { toPlugin } from './to-plugin.ts';

export type { FoundEntity, NamedMention, NamingOptions };

/** The names of a document: `json()` adds `entity`, a `NamedMention`, to each. */
export interface EntitiesView extends View {
  readonly mentions: () => readonly NamedMention[];
}

/** What the plugin adds to a view: `nlp<EntityMethods>(text).entities()`. With `compromise/one` the others are new too. */
export interface EntityMethods {
  /** Names of every type, in the order of the text. */
  readonly entities: (n?: number) => EntitiesView;
}

/**
 * A plugin for compromise, for those who want another recogniser, or compromise's own guesses beside our names.
 * `recognise` gets the whole text and gives entities with their mentions; by default it is `annotate`. With `ownGuesses:
 * 'keep'` people, places and organizations that compromise guesses stay where no name of ours touches them: more is found,
 * and more of it is wrong.
 */
export function createCopydeskEntities(options: Partial<NamingOptions> = {}): Plugin {
  const { recognise = (text): readonly FoundEntity[] => annotate(text).entities, ownGuesses = 'replace' } = options;
  return toPlugin({ recognise, ownGuesses });
}

/**
 * The names that Copydesk finds, as a plugin for compromise: one, two and three.
 *
 * ```ts
 * import nlp from 'compromise';
 * import { copydeskEntities, type EntityMethods } from 'copydesk/compromise';
 *
 * nlp.extend(copydeskEntities);
 * const doc = nlp<EntityMethods>('Ada Quill left Aldane for the Ministry of Ferries.');
 * doc.people().text(); // 'Ada Quill'
 * doc.places().json({ offset: true }); // [{ text: 'Aldane', offset: { start: 15, length: 6, … }, … }]
 * doc.entities().json(); // [{ text: 'Ada Quill', entity: { id: 'e1', type: 'PER', name, aliases, confidence, … }, … }, …]
 * ```
 *
 * `people()`, `places()`, `organizations()` and `topics()` give our names in place of compromise's guesses; two names side by
 * side stay two. Terms are tagged `#Person`, `#Place` or `#Organization`, so that `match('#Person+')` works. The plugin runs
 * after compromise's own tagger. `json({ offset: true })` counts the punctuation around a name in, as compromise does; with
 * `terms: { offset: true }` the places of its words are without, and those of `entities().mentions()` are exact.
 *
 * `nlp.tokenize()` looks for names when they are asked for; names of a text that is changed are looked for again by
 * `doc.compute('copydeskEntities')`. English only; from 300,000 characters on nothing is found.
 */
export const copydeskEntities: Plugin = createCopydeskEntities();
