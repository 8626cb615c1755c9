import { CliError, EXIT } from '../cli-error.ts';

/** Names that a refusal lists. */
const MAX_NAMED = 5;

/** The one that is meant: the one named, or the only one. Throws `CliError` (65) when that is not clear. */
export function pickOne<T>(all: readonly T[], idOf: (one: T) => string, id: string | undefined, source: string): T {
  const fitting = id === undefined ? all : all.filter((one) => idOf(one) === id);
  const [only] = fitting;
  if (only !== undefined && (fitting.length === 1 || id !== undefined)) return only;
  const ids = all.slice(0, MAX_NAMED).map(idOf).join(', ');
  const more = all.length > MAX_NAMED ? `, and ${all.length - MAX_NAMED} more` : '';
  if (all.length === 0) throw new CliError(`${source} holds no article`, EXIT.data);
  if (id !== undefined) throw new CliError(`${source} holds no article ${id}; it holds ${ids}${more}`, EXIT.data);
  throw new CliError(`${source} holds ${all.length} articles; say with --id which: ${ids}${more}`, EXIT.data);
}
