const TAG_START = /^<\/?[A-Za-z]/u;

/** Whether a text is one HTML tag and nothing else, as far as brackets and quotation marks tell. Linear in the text. */
export function isLoneTag(text: string): boolean {
  const last = text.trimEnd().length - 1;
  if (!TAG_START.test(text) || text[last] !== '>') return false;
  let quote = '';
  for (let at = 1; at < last; at++) {
    const sign = text.charAt(at);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '<' || sign === '>') return false;
  }
  return quote === '';
}
