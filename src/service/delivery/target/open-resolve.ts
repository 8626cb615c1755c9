import { promises as dns, type LookupAddress } from 'node:dns';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../../telemetry/error-code.ts';
import { isNamedHost } from './check-target.ts';
import type { PrivateTargets } from './private-targets.ts';
import { TargetError } from './target-error.ts';

/** All addresses of a name. Rejects with `TargetError`, or what the system says. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export interface ResolveSettings {
  /** Name servers, with their ports; those of the system when absent. */
  readonly servers?: readonly string[];
  /** Where names stand that no name server knows. */
  readonly hostsFile?: string;
}

/** A question is asked again after this time, once. */
const TRY_MS = 1500;
const TRIES = 2;
/** Before the connection itself is given up; see `open-sender.ts`. */
const MOST_MS = 4500;
/** The system's own lookup holds one of the four threads that files, too, are read on, and nothing ends it. */
const MOST_LOOKUPS = 2;
const NO_SUCH_NAME: ReadonlySet<string> = new Set(['enotfound', 'enodata']);

function toFault(error: unknown): TargetError {
  const code = errorCode(error);
  if (NO_SUCH_NAME.has(code)) return new TargetError('unknown_host', 'the name has no address');
  return code === 'etimeout' || code === 'ecancelled'
    ? tooSlow()
    : new TargetError('dns_failed', 'no name server answers as it should');
}

function tooSlow(): TargetError {
  return new TargetError('dns_timeout', 'the name servers take too long');
}

function within<T>(work: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const timer = sleep(MOST_MS, undefined, { signal: ended.signal }).then(() => Promise.reject(tooSlow()));
  // When the work is over first, nobody hears of the timer.
  timer.catch(() => undefined);
  return Promise.race([work, timer]).finally(() => ended.abort());
}

/** IPv4 first. One kind that cannot be had does not keep the other away. */
async function ask(hostname: string, servers: readonly string[] | undefined): Promise<readonly LookupAddress[]> {
  const resolver = new dns.Resolver({ timeout: TRY_MS, tries: TRIES });
  if (servers) resolver.setServers(servers);
  try {
    const [four, six] = await within(Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]));
    const addresses = [
      ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
      ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
    ];
    if (addresses.length > 0) return addresses;
    throw toFault(four.status === 'rejected' ? four.reason : undefined);
  } finally {
    resolver.cancel();
  }
}

/** Whether the hosts file of this machine has the name. */
async function isInHosts(hostname: string, file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const name = hostname.toLowerCase().replace(/\.$/u, '');
  return text.split('\n').some((line) => {
    const [, ...names] = (line.split('#')[0] ?? '')
      .trim()
      .toLowerCase()
      .split(/[ \t]+/u);
    return names.includes(name);
  });
}

/**
 * What asks for the addresses of a name. Publishers' names are asked of the name servers, which holds no thread and ends in time. Names that
 * the operator allows and those of the hosts file are looked up as the system does, a few at a time.
 */
export function openResolve(allowed: PrivateTargets, { servers, hostsFile = '/etc/hosts' }: ResolveSettings = {}): Resolve {
  const running = new Map<string, Promise<readonly LookupAddress[]>>();

  /** Those who ask for the same name at the same time have one answer. */
  async function lookUp(hostname: string): Promise<readonly LookupAddress[]> {
    for (;;) {
      const looking = running.get(hostname);
      if (looking !== undefined) return looking;
      if (running.size < MOST_LOOKUPS) break;
      await Promise.race(running.values()).catch(() => undefined);
    }
    const looking = dns.lookup(hostname, { all: true }).finally(() => running.delete(hostname));
    running.set(hostname, looking);
    return looking;
  }

  return async (hostname) =>
    isNamedHost(hostname, allowed) || (await isInHosts(hostname, hostsFile)) ? within(lookUp(hostname)) : ask(hostname, servers);
}
