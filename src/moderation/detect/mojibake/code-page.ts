/** What a mojibake was read as: a single-byte code page that gave each byte of UTF-8 a character of its own. */
export interface CodePage {
  /** As findings name it. */
  readonly name: string;
  /** Its bit in masks of code pages. */
  readonly bit: number;
  /** Byte of a character by the character's id; 0 where the page lacks it. */
  readonly bytes: Uint8Array;
  /** Characters by byte, from 0x80 on. */
  readonly characters: string;
  /** The script whose letters fill the page, where it is not Latin. */
  readonly script: RegExp | undefined;
  /** What a text has to win more than the most usual mix-up before this one is believed, in points of oddity. */
  readonly handicap: number;
}
