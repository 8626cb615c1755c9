import type { Person } from '../review/person.ts';
import type { Scope } from './api-key.ts';

/** Who makes a request, and for whom. */
export interface Caller {
  /** The key that came with the request; null when a person's session did. */
  readonly keyId: string | null;
  /** The tenant that the request is about. */
  readonly tenant: string;
  readonly scopes: readonly Scope[];
  readonly isOperator: boolean;
  /** Who acts on the desk: of routes for people only. A key acts as `key:<id>`. */
  readonly person: Person | null;
}
