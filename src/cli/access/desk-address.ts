import { readFileSync } from 'node:fs';
import { CliError, EXIT } from '../cli-error.ts';
import type { Terminal } from '../command.ts';
import { systemCode } from '../system-code.ts';
import { normaliseUrl } from './normalise-url.ts';

/** Flags of every command that speaks to a running desk. */
export const ADDRESS_FLAGS = {
  url: { type: 'string' },
  key: { type: 'string' },
  'key-file': { type: 'string' },
  tenant: { type: 'string' },
} as const;

export interface AddressValues {
  readonly url?: string | undefined;
  readonly key?: string | undefined;
  readonly 'key-file'?: string | undefined;
  readonly tenant?: string | undefined;
}

/** A desk, and who asks it. */
export interface DeskAddress {
  readonly url: string;
  readonly key: string;
  /** The tenant that an operator's key acts for. */
  readonly tenant: string | undefined;
}

const DEFAULT_URL = 'http://127.0.0.1:8080';
const STANDARD_INPUT = 0;

function readUrl(value: string): string {
  const url = URL.parse(value);
  const isPlain = url && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (isPlain && ['http:', 'https:'].includes(url.protocol)) return normaliseUrl(value);
  // The value is not shown: it may hold a password.
  throw new CliError(`the address of the desk must look like ${DEFAULT_URL} (--url or COPYDESK_URL)`, EXIT.usage);
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path === '-' ? STANDARD_INPUT : path, 'utf8').trim();
  } catch (error) {
    throw new CliError(`the key file ${path} cannot be read: ${systemCode(error)}`, EXIT.config);
  }
}

function readKey({ key, 'key-file': file }: AddressValues, env: Terminal['env']): string {
  if (key !== undefined && file !== undefined) throw new CliError('either --key-file or --key', EXIT.usage);
  const value = key ?? (file === undefined ? env.COPYDESK_KEY || undefined : readKeyFile(file));
  if (value === undefined) {
    throw new CliError(
      'no API key: set COPYDESK_KEY, or name a file with --key-file; the desk shows one at its first start',
      EXIT.config,
    );
  }
  // A header takes visible characters only.
  if (/^[\x21-\x7e]{1,400}$/u.test(value)) return value;
  throw new CliError('the API key must look like ck_<id>_<secret> (COPYDESK_KEY, --key-file or --key)', EXIT.config);
}

/** The tenant that is named, or that the environment names. Throws `CliError`. */
export function readTenantName(value: string | undefined, env: Terminal['env']): string | undefined {
  const name = value ?? (env.COPYDESK_TENANT || undefined);
  if (name === undefined || /^[\x21-\x7e]{1,100}$/u.test(name)) return name;
  throw new CliError('a tenant is named by small letters, digits and hyphens (--tenant or COPYDESK_TENANT)', EXIT.usage);
}

/** The desk that flags or environment name, or the one on this machine. Throws `CliError`. */
export function readDeskAddress(values: AddressValues, env: Terminal['env']): DeskAddress {
  return {
    url: readUrl(values.url ?? (env.COPYDESK_URL || DEFAULT_URL)),
    key: readKey(values, env),
    tenant: readTenantName(values.tenant, env),
  };
}
