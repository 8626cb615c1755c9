import { SETTING_NAMES } from '../config.ts';
import type { Role } from '../roles.ts';

const HELP = (role: Role): string => `node workers/${role === 'worker' ? 'moderate' : role}.worker.ts

Plays the role "${role}" of the desk until SIGTERM or Ctrl-C. It takes no arguments; settings come from the environment,
which docs/operators.md explains; DATABASE_URL is needed:

${SETTING_NAMES.join('\n')}

Exit codes: 0 stopped as asked, 64 wrong usage, 70 a fault of Copydesk or its servers, 78 a setting, rule, model or server that cannot be used
(a relay or worker does not start without Redis: whoever runs it starts it again).
`;

/** What a worker process says instead of working, if its arguments ask for that. */
export interface Answer {
  readonly text: string;
  readonly exitCode: number;
}

/** A worker takes no arguments but `--help`: anything else is refused, because it would be ignored. */
export function readWorkerArguments(args: readonly string[], role: Role): Answer | undefined {
  if (args.length === 0) return undefined;
  if (args.length === 1 && (args[0] === '--help' || args[0] === '-h')) return { text: HELP(role), exitCode: 0 };
  return { text: `copydesk: a worker takes no arguments but --help; settings come from the environment\n`, exitCode: 64 };
}
