/** What whoever asks for decisions may know of them before others do. */
export interface Viewer {
  /** Decisions of people that are held back still. */
  readonly seesHeld: boolean;
  /** Ids of articles that they are to look at a second time: of these, what people did is not shown. */
  readonly blindTo: ReadonlySet<string>;
}
