import { CliError, EXIT } from '../cli-error.ts';

const DAYS_OF = { d: 1, w: 7 } as const;
/** Ten years, as the API has it. */
const MOST_DAYS = 3650;

/** Days of a duration as a flag has it, such as `30d` or `4w`. Throws `CliError`. */
export function readDays(flag: string, text: string): number {
  const [, digits = '', unit = 'd'] = /^(\d{1,4})([dw])$/u.exec(text) ?? [];
  const days = Number(digits) * DAYS_OF[unit === 'w' ? 'w' : 'd'];
  if (days >= 1 && days <= MOST_DAYS) return days;
  throw new CliError(`${flag} needs days or weeks, such as 30d or 4w, at most ${MOST_DAYS}d`, EXIT.usage);
}
