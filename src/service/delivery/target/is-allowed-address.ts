import ipaddr from 'ipaddr.js';
import type { PrivateTargets } from './private-targets.ts';

/** Answers from every machine at Azure with what is private to it, though the address is not in a private range. */
const AZURE_HOST = '168.63.129.16';
/** All that the IANA has given out for the open Internet. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

function isPublicIpv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && address.toString() !== AZURE_HOST;
}

function fromBytes(bytes: readonly number[]): ipaddr.IPv4 {
  return new ipaddr.IPv4([...bytes]);
}

/** The IPv4 address that traffic to this one ends at, where there is one: mapped, translated (NAT64) or tunnelled (6to4). */
function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const bytes = address.toByteArray();
  const range = address.range();
  if (range === 'ipv4Mapped' || range === 'rfc6145') return fromBytes(bytes.slice(12));
  // The local-use prefix of RFC 8215 is left out: where its IPv4 address stands is the network's own choice.
  if (range === 'rfc6052' && address.match(ipaddr.IPv6.parseCIDR('64:ff9b::/96'))) return fromBytes(bytes.slice(12));
  if (range === '6to4') return fromBytes(bytes.slice(2, 6));
  return undefined;
}

function isIn(address: ipaddr.IPv4 | ipaddr.IPv6, { ranges }: PrivateTargets): boolean {
  return ranges.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address instanceof ipaddr.IPv4) return isPublicIpv4(address);
  return address.range() === 'unicast' && address.match(GLOBAL_UNICAST);
}

/**
 * Whether a webhook may be sent to this address: one of the open Internet, or one that the operator allows. Everything else
 * is refused: private, loopback, link-local, unique-local, carrier-grade NAT, multicast, reserved, and whatever leads there.
 */
export function isAllowedAddress(text: string, allowed: PrivateTargets): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (isIn(address, allowed)) return true;
  const embedded = address instanceof ipaddr.IPv6 ? embeddedIpv4(address) : undefined;
  return embedded ? isPublicIpv4(embedded) || isIn(embedded, allowed) : isPublic(address);
}
