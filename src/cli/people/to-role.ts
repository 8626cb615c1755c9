import { isRole, ROLES, type Role } from '../../service/review/person.ts';
import { refuseUnknown } from '../refuse-unknown.ts';

/** The role of this name. Throws `CliError`. */
export function toRole(value: string): Role {
  if (isRole(value)) return value;
  throw refuseUnknown('role', value, ROLES, 'copydesk people --help');
}
