import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { PeopleError } from './people-error.ts';
import { WaitingLine } from './waiting-line.ts';

/** OWASP's Password Storage Cheat Sheet, scrypt with 32 MiB: N = 2^15, r = 8, p = 3. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const MOST_MEMORY = 2 ** 27;
const KEY_BYTES = 32;
/** Each takes 32 MiB and a core for a while: who floods the login must wait, some seconds at most, and the rest goes on. */
const line = new WaitingLine({ atOnce: 2, waiting: 20 });

/** Lengths of passwords in UTF-16 code units; length is what makes them strong. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...options, maxmem: MOST_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

async function deriveInTurn(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  const key = await line.run(() => derive(password, salt, options));
  if (!key) throw new PeopleError('busy');
  return key;
}

/** `scrypt$N$r$p$salt$key`, in base64url: all that is needed to check a password, whatever the cost will be later. Throws `PeopleError`: `busy`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveInTurn(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** A hash that no password has: checking against it takes as long as against any other. */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', Buffer.alloc(KEY_BYTES).toString('base64url')].join(
  '$',
);

/** Whether the password is the one that was hashed. Without a hash it takes as long, and is false. Throws `PeopleError`: `busy`. */
export async function checkPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ?? NOBODY).split('$');
  const derived = await deriveInTurn(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && hash !== null;
}
