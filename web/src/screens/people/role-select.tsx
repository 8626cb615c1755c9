import { say } from '../../messages/say.ts';

const ROLES = ['publisher', 'moderator', 'lead', 'admin'] as const;

interface Props {
  /** Said to those who do not see the table's head; absent where a label stands beside it. */
  readonly label?: string;
  readonly id?: string;
  readonly role: string;
  readonly isOff?: boolean;
  readonly onRole: (role: string) => void;
}

export function RoleSelect({ label, id, role, isOff = false, onRole }: Props) {
  return (
    <select
      {...{ id, value: role, disabled: isOff }}
      aria-label={label}
      onChange={({ currentTarget }) => onRole(currentTarget.value)}
    >
      {ROLES.map((one) => (
        <option key={one} value={one}>
          {say(`role.${one}`)}
        </option>
      ))}
    </select>
  );
}
