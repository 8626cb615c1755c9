/** UTF-16 code units of an address. */
const MAX_LENGTH = 2_000;

/** An absolute http(s) address without credentials; a relative one is resolved against `base`. Never fetched. */
export function readAddress(value: string, base?: string): string | undefined {
  const text = value.trim();
  if (text === '' || text.length > MAX_LENGTH) return undefined;
  const url = URL.parse(text, base);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '')
    return undefined;
  return url.href.length > MAX_LENGTH ? undefined : url.href;
}
