import { RecogniserError, RulesetError } from '../index.ts';
import { ConfigError } from '../service/config/config-error.ts';
import { FolderInUseError } from '../service/store/folder-lock.ts';
import { MigrationBlockedError, SchemaTooNewError } from '../service/store/migrate.ts';
import { CliError, EXIT } from './cli-error.ts';

const FORESEEN = [ConfigError, RulesetError, RecogniserError, FolderInUseError, SchemaTooNewError, MigrationBlockedError];

/** Faults a person can mend become a refusal without a stack; anything else stays what it is. */
export function toStartError(error: unknown): unknown {
  return error instanceof Error && FORESEEN.some((kind) => error instanceof kind)
    ? new CliError(error.message, EXIT.config)
    : error;
}
