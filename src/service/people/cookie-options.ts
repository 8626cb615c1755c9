/** What decides how cookies are set. */
interface AddressSettings {
  /** Where people reach the desk, without a path; `undefined`: where it listens, over http. */
  readonly publicUrl: string | undefined;
}

/** A cookie's name, and how it is set and cleared. */
export interface CookieOptions {
  readonly name: string;
  readonly options: {
    readonly path: '/';
    readonly httpOnly: true;
    readonly sameSite: 'strict' | 'lax';
    readonly secure: boolean;
  };
}

/** The name of the cookie of a person's session, where the desk is not reached by https. */
export const SESSION_COOKIE = 'copydesk_session';

/**
 * How a cookie of the desk is named and set. Behind https it is `Secure` and has the prefix `__Host-`, so no other host, not even one above it, can set
 * it (RFC 6265bis 4.1.3.2). `lax` is for what must come back from another site.
 */
export function cookieOptions(
  { publicUrl }: AddressSettings,
  name: string = SESSION_COOKIE,
  sameSite: 'strict' | 'lax' = 'strict',
): CookieOptions {
  const secure = publicUrl?.startsWith('https:') === true;
  return { name: secure ? `__Host-${name}` : name, options: { path: '/', httpOnly: true, sameSite, secure } };
}
