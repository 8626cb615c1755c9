export const ROLES = ['publisher', 'moderator', 'lead', 'admin'] as const;
/** Each may do what the one before it may, but for the publisher, who sees and appeals only. */
export type Role = (typeof ROLES)[number];

/** Whoever acts on the desk. */
export interface Person {
  /** `per_…`; stands in events, exports and logs, where names do not. */
  readonly id: string;
  /** Null: all tenants. */
  readonly tenant: string | null;
  readonly role: Role;
}

/** Whether a word names a role. */
export function isRole(word: string | undefined): word is Role {
  return ROLES.some((role) => role === word);
}

/** Whether the person has at least the role. */
export function hasRole({ role }: Person, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
