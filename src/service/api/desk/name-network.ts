import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address that a customer is given at least (RFC 6177): whoever has one address there has all of them. */
const IPV6_BITS = 8;

/** Whose address it is, as attempts are counted: one of IPv4, a /64 of IPv6. Anything that is no address stands for itself. */
export function nameNetwork(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, IPV6_BITS).join('.');
}
