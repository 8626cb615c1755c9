import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Targets inside the operator's own network that webhooks may go to all the same. */
export interface PrivateTargets {
  /** Names, in lower case without a dot at the end. */
  readonly hosts: ReadonlySet<string>;
  readonly ranges: readonly (readonly [Address, number])[];
}

const HOST = /^[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?$/u;

/** Reads a list of addresses, CIDR ranges and host names, separated by commas. `undefined`: one of them is neither. */
export function parsePrivateTargets(list: string): PrivateTargets | undefined {
  const hosts = new Set<string>();
  const ranges: (readonly [Address, number])[] = [];
  for (const entry of list.split(',').map((part) => part.trim().toLowerCase())) {
    if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry));
    else if (ipaddr.IPv4.isValidFourPartDecimal(entry) || ipaddr.IPv6.isValid(entry)) {
      const address = ipaddr.parse(entry);
      ranges.push([address, address.kind() === 'ipv4' ? 32 : 128]);
    } else if (HOST.test(entry)) hosts.add(entry);
    else if (entry !== '') return undefined;
  }
  return { hosts, ranges };
}
