import type { Role } from '../../review/person.ts';

/** Where people may sign in besides here. */
export interface OidcSettings {
  /** https, or http on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  /** `undefined`: a public client, known by PKCE alone. */
  readonly clientSecret: string | undefined;
  /** What the page calls it. */
  readonly label: string;
  /** The claim with the person's groups, and the role that each of them gives; `undefined`: roles are kept here. */
  readonly groups: { readonly claim: string; readonly roles: Readonly<Record<string, Role>> } | undefined;
}
