import { isRole, type Role } from '../../review/person.ts';

/** Reads `editors=lead, desk staff=moderator`. Undefined when an entry does not read so, or a group comes twice. */
export function parseGroupRoles(list: string): Readonly<Record<string, Role>> | undefined {
  const roles = new Map<string, Role>();
  for (const entry of list.split(',')) {
    const at = entry.lastIndexOf('=');
    const group = entry.slice(0, Math.max(0, at)).trim();
    const role = entry.slice(at + 1).trim();
    if (group === '' || !isRole(role) || roles.has(group)) return undefined;
    roles.set(group, role);
  }
  return Object.fromEntries(roles);
}
