import { isIP } from 'node:net';
import { isAllowedAddress } from './is-allowed-address.ts';
import type { PrivateTargets } from './private-targets.ts';
import { TargetError } from './target-error.ts';

const MOST_CHARACTERS = 2048;
/** The names of the machine itself (RFC 6761), and those that machines in a cloud ask for their own keys. */
const LOCAL_NAMES = /(?:^|\.)(?:localhost|localdomain|local|internal|metadata|instance-data)$/u;
const PRIVATE = 'webhooks go to public addresses only; to allow this one, name it in COPYDESK_WEBHOOK_PRIVATE';

function parse(text: string): URL {
  const url = text.length <= MOST_CHARACTERS ? URL.parse(text) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new TargetError(
      'bad_url',
      `the webhook needs an address that begins with https://, of at most ${MOST_CHARACTERS} characters`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new TargetError(
      'has_credentials',
      'the address of a webhook cannot hold a user name or password; put a token into its path',
    );
  }
  return url;
}

/** The host as names and addresses are compared: without brackets, and without the dot that ends a full name. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '');
}

function isPrivate(host: string, allowed: PrivateTargets): boolean {
  if (isIP(host) !== 0) return !isAllowedAddress(host, allowed);
  return host === '' || LOCAL_NAMES.test(host);
}

/** A host in the operator's own network that he has named himself. */
export function isNamedHost(hostname: string, allowed: PrivateTargets): boolean {
  return allowed.hosts.has(hostname.toLowerCase().replace(/\.$/u, ''));
}

/** Whether the operator speaks of this place: by its name, or by a range that its address lies in. */
function isOwn(host: string, allowed: PrivateTargets): boolean {
  if (isNamedHost(host, allowed)) return true;
  return isIP(host) !== 0 && isAllowedAddress(host, allowed) && !isAllowedAddress(host, { hosts: new Set(), ranges: [] });
}

/**
 * The address of a webhook, if it may be used as far as can be told without asking for its name; `guardLookup` does the rest when
 * it connects. `URL` has read every way to write an IPv4 address before this looks. Plain http is for the operator's own network.
 * Throws `TargetError`.
 */
export function checkTarget(text: string, allowed: PrivateTargets): URL {
  const url = parse(text);
  const host = bareHost(url);
  const isOwnPlace = isOwn(host, allowed);
  if (!isOwnPlace && isPrivate(host, allowed)) throw new TargetError('private_target', PRIVATE);
  if (url.protocol === 'http:' && !isOwnPlace) {
    throw new TargetError('not_https', 'webhooks go over https; plain http is for targets named in COPYDESK_WEBHOOK_PRIVATE');
  }
  return url;
}
