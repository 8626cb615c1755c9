/** A web page with passages of it that belong to its article (`with`) and passages that do not (`without`). */
export interface HtmlPage {
  /** Below the data folder. */
  readonly file: string;
  readonly url: string;
  readonly html: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}
