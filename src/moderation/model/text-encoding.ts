export const ENCODING_SOURCES = ['bom', 'utf-8', 'declared', 'detected'] as const;
/**
 * What an encoding was told by: a byte order mark, bytes that are UTF-8 and nothing else, a declaration inside them, or
 * the statistics of a language.
 */
export type EncodingSource = (typeof ENCODING_SOURCES)[number];

/** How the bytes of an article became its text. */
export interface TextEncoding {
  /** Name in the Encoding Standard, in lower case, for example `windows-1252`. */
  readonly name: string;
  readonly from: EncodingSource;
  /** 0 to 1; 1 unless it was detected. */
  readonly confidence: number;
  /** Places whose bytes are none of this encoding; U+FFFD stands there in the text. */
  readonly replaced: number;
}
