/** UTF-16 code units; a longer address is no address of an article. */
const MAX_ADDRESS = 2000;
const WEB: ReadonlySet<string> = new Set(['http:', 'https:']);
const LINKED: ReadonlySet<string> = new Set([...WEB, 'mailto:']);

/** A full address of the web that stands for the one written; nothing for anything else. */
export type Resolve = (address: string | undefined) => string | undefined;

export interface Addresses {
  /** http, https or mailto. */
  readonly link: Resolve;
  /** http or https. */
  readonly web: Resolve;
}

function parse(address: string, base: string | undefined): URL | undefined {
  if (address.length > MAX_ADDRESS) return undefined;
  try {
    return new URL(base === undefined && address.startsWith('//') ? `https:${address}` : address, base);
  } catch {
    return undefined;
  }
}

/** A place in a page that is left behind leads nowhere. Names and passwords in an address are there to deceive. */
function resolve(written: string | undefined, base: string | undefined, protocols: ReadonlySet<string>): string | undefined {
  const address = written?.trim() ?? '';
  if (address === '' || address.startsWith('#')) return undefined;
  const url = parse(address, base);
  if (!url || !protocols.has(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url.href.length > MAX_ADDRESS ? undefined : url.href;
}

/** How addresses of an article are read: relative ones by what its markup says, that by where the article stands. */
export function resolveAddresses(article: string | undefined, stated: string | undefined): Addresses {
  const own = resolve(article, undefined, WEB);
  const base = resolve(stated, own, WEB) ?? own;
  return { link: (address) => resolve(address, base, LINKED), web: (address) => resolve(address, base, WEB) };
}
