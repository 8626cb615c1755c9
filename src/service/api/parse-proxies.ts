import ipaddr from 'ipaddr.js';

/**
 * Reads a list of addresses and CIDR ranges, separated by commas. `undefined`: one of them is neither, or means everybody, whose word on where a request
 * comes from would be worth nothing.
 */
export function parseProxies(list: string): readonly string[] | undefined {
  const entries = list.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim().toLowerCase()]));
  const isUsable = (entry: string): boolean => {
    if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry)[1] > 0;
    return ipaddr.IPv4.isValidFourPartDecimal(entry) || ipaddr.IPv6.isValid(entry);
  };
  return entries.every(isUsable) ? entries : undefined;
}
