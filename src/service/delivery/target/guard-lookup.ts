import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isNamedHost } from './check-target.ts';
import { isAllowedAddress } from './is-allowed-address.ts';
import { openResolve, type Resolve } from './open-resolve.ts';
import type { PrivateTargets } from './private-targets.ts';
import { TargetError } from './target-error.ts';

/** One bad address spoils the name: it may be meant for whoever looks at the others. */
async function resolveAllowed(hostname: string, allowed: PrivateTargets, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const addresses = await resolve(hostname);
  if (addresses.length === 0) throw new TargetError('unknown_host', 'the name has no address');
  if (isNamedHost(hostname, allowed)) return addresses;
  if (addresses.every(({ address }) => isAllowedAddress(address, allowed))) return addresses;
  throw new TargetError('private_target', 'the name leads to an address that webhooks are not sent to');
}

/**
 * A `lookup` for sockets that gives checked addresses only. The socket connects to what it gives and asks nobody again, so a name
 * that changes between check and use (DNS rebinding) gains nothing. Addresses that stand in the URL itself come to no lookup:
 * `checkTarget` must have seen them.
 */
export function guardLookup(allowed: PrivateTargets, resolve: Resolve = openResolve(allowed)): LookupFunction {
  return (hostname, options, callback) => {
    resolveAllowed(hostname, allowed, resolve).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all === true) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, options.all === true ? [] : ''),
    );
  };
}
