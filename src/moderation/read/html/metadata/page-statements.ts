/** The text of a script element; `start` is its place in the source. */
export interface PageScript {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Values by name in lower case, in the order of the page. */
export type NamedValues = ReadonlyMap<string, readonly string[]>;

/** What a page states of itself, as it stands there: nothing is cleaned or believed yet. */
export interface PageStatements {
  /** `<meta>` by name, property or http-equiv. */
  readonly metas: NamedValues;
  /** Microdata of the first article of the page, and of the page itself. */
  readonly article: NamedValues;
  readonly page: NamedValues;
  readonly scripts: readonly PageScript[];
  readonly title?: string;
  readonly canonical?: string;
  readonly base?: string;
  readonly language?: string;
  /** Texts of links to the author of the page. */
  readonly authors: readonly string[];
  /** Texts of elements that are named after the author; those of comments may be among them. */
  readonly bylines: readonly string[];
  /** `<time datetime>` marked as the date of publication, then the others in the article. */
  readonly times: readonly string[];
}
