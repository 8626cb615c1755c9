const SPACE = /\s/u;

/** White space at `at`; most of it is a blank or a line break, for which no pattern has to be asked. */
export function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return SPACE.test(text.charAt(at));
}
