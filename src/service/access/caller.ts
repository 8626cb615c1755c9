import type { Scope } from './api-key.ts';

/** Who makes a request, and for whom. */
export interface Caller {
  readonly keyId: string;
  /** The tenant that the request is about. */
  readonly tenant: string;
  readonly scopes: readonly Scope[];
  readonly isOperator: boolean;
}
