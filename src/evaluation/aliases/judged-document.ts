import type { NameMention } from './name-mention.ts';

/** The group that each mention is put in; `undefined` for one that was not found. */
export type Groups = readonly (string | undefined)[];

/** The names of a document with the groups that each system puts them in. */
export interface JudgedDocument {
  readonly line: number;
  readonly mentions: readonly NameMention[];
  /** By the linker alone. */
  readonly linked: Groups;
  /** From the text alone, with the shipped model. */
  readonly shipped: Groups;
  /** From the text alone, with a model that was trained without these documents. */
  readonly unseen: Groups;
  /** Whether the most salient entity is the one that the data mentions most often; nothing when no name was found. */
  readonly isMainFirst: boolean | undefined;
  /** The same of the name that stands first. */
  readonly isFirstMain: boolean | undefined;
}
