import { CliError, EXIT } from './cli-error.ts';

/** Where articles are, as named. Throws `CliError` (64); `otherwise` says what to name where nothing was. */
export function readArticlePaths(paths: readonly string[], otherwise: string): readonly string[] {
  if (paths.length === 0) throw new CliError(otherwise, EXIT.usage);
  if (paths.includes('')) throw new CliError('a file has an empty name', EXIT.usage);
  if (paths.filter((path) => path === '-').length > 1) throw new CliError('standard input can be read only once', EXIT.usage);
  return paths;
}
