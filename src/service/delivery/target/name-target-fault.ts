import { checkTarget } from './check-target.ts';
import type { PrivateTargets } from './private-targets.ts';
import { TargetError } from './target-error.ts';

/** Why decisions may not be sent to an address; `undefined` when they may, as far as can be told without connecting. */
export function nameTargetFault(url: string, allowed: PrivateTargets): string | undefined {
  try {
    checkTarget(url, allowed);
    return undefined;
  } catch (error) {
    if (error instanceof TargetError) return error.message;
    throw error;
  }
}
