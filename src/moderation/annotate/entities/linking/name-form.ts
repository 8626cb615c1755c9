import type { EntityType } from '../../../model/annotation.ts';
import type { NamedSpan } from '../named-span.ts';

/** What titles and given names tell of a person; unknown for most names of the world. */
export type Gender = 'man' | 'woman';

/** All mentions of an article that are one form of a name, however it is spelled. */
export interface NameForm {
  readonly key: string;
  /** Folded words, with "of" and the like. */
  readonly words: readonly string[];
  /** As `ReadName` gives them. */
  readonly parts: readonly string[];
  /** Number of words before a comma; 0 without one. */
  readonly beforeComma: number;
  /** As `ReadName` gives it. */
  readonly acronym: string;
  /** "the" stands in front of, or begins, one of the mentions. */
  readonly hasThe: boolean;
  /** The type that the confidences of the mentions add up to. */
  readonly type: EntityType;
  /** Mean confidence of the mentions that have the type. */
  readonly confidence: number;
  /** Folded words of seven letters or more that the gazetteer knows by themselves. */
  readonly knownWords: ReadonlySet<string>;
  /** Number of mentions behind a preposition of place. */
  readonly placedMentions: number;
  /** The article names a place so: some mention of the words is behind such a preposition, be it of another form. */
  readonly namesPlace: boolean;
  /** Number of mentions behind a title of a man or a woman. */
  readonly titledMentions: number;
  /** Titles of a reign before its mentions, folded: "king". */
  readonly reigns: ReadonlySet<string>;
  /** Of a person, by the titles, without them by the given name; `undefined` when unknown or when the titles differ. */
  readonly gender: Gender | undefined;
  /** Starts of the sentences in which it stands. */
  readonly sentences: ReadonlySet<number>;
  /** In order of their place. */
  readonly mentions: readonly NamedSpan[];
}
