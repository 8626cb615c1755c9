const OPENING_QUOTE = /^["“„«»‘']/u;

/** True when a text begins with a quotation mark, of whatever language: what somebody said, not what the author writes. */
export function opensQuotation(text: string): boolean {
  return OPENING_QUOTE.test(text);
}
