/** Straight quotes made round: every second one closes. */
export function markQuotes(tokens: readonly string[]): readonly string[] {
  let isOpen = false;
  return tokens.map((token) => {
    if (token !== '"') return token;
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  });
}
