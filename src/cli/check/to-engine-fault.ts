import { EXIT } from '../cli-error.ts';
import type { Fault } from './check-item.ts';

/** The fault behind an error that an article caused in the engine or in drawing its result. */
export function toEngineFault(id: string, error: unknown): Fault {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal_error',
    message: `the engine failed on the article ${JSON.stringify(id)}: ${reason}`,
    exitCode: EXIT.software,
  };
}
