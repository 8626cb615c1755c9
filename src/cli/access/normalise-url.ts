/** The address of a desk written one way, so that two spellings are the same: `HTTP://Desk.example:80/` and `http://desk.example`. */
export function normaliseUrl(value: string): string {
  return (URL.parse(value)?.href ?? value).replace(/\/{1,2048}$/u, '');
}
