/** Controls that documents may not hold, and lone surrogates, which UTF-8 cannot carry. Tabs and line ends stay. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu;

/** A text that any document may hold: each forbidden character becomes U+FFFD. Joiners and bidi marks stay as written. */
export function replaceControls(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd');
}
