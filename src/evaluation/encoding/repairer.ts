/** Something that undoes mojibake, ours or a baseline. */
export interface Repairer {
  readonly name: string;
  readonly repair: (text: string) => string;
}
