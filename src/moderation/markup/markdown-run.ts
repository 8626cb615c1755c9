/** Text of a Markdown article and the place in the source that it stands for; `isSame` when it stands there letter for letter. */
export interface MarkdownRun {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isSame: boolean;
}
