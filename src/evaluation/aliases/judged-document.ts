import type { NameMention } from './name-mention.ts';

/** The group that each mention is put in; `undefined` for one that was not found. */
export type Groups = readonly (string | undefined)[];

/** The mentions of a document and the groups that a system puts them in. */
export interface GroupedMentions {
  readonly mentions: readonly NameMention[];
  readonly groups: Groups;
}

/** The names of a document with the groups that each system puts them in. */
export interface JudgedDocument {
  readonly line: number;
  readonly mentions: readonly NameMention[];
  /** By the linker alone. */
  readonly linked: Groups;
  /** By the linker alone, names as `trimMention` cuts them out, without our lists of titles and of ordinary words. */
  readonly trimmed: GroupedMentions;
  /** By the linker alone, every mention with a capital, whole; of those that overlap the longest. */
  readonly capital: GroupedMentions;
  /** Mentions with a capital but dates, those inside another as well. */
  readonly capitals: number;
  /** From the text alone, with the shipped model. */
  readonly shipped: Groups;
  /** From the text alone, with a model that was trained without these documents. */
  readonly unseen: Groups;
  /** Whether the most salient entity is the one that the data mentions most often; nothing when no name was found. */
  readonly isMainFirst: boolean | undefined;
  /** The same of the name that stands first. */
  readonly isFirstMain: boolean | undefined;
}
