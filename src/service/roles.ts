/** What a process of the desk can do. */
export const ROLES = ['api', 'worker', 'relay', 'deliver'] as const;
export type Role = (typeof ROLES)[number];
