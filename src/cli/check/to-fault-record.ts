import type { Fault } from './check-item.ts';

/** A fault as it stands in JSON output, in the place of a result. */
export interface FaultRecord {
  readonly error: { readonly code: string; readonly message: string; readonly file?: string; readonly line?: number };
}

/** The part of a fault that is for programs. */
export function toFaultRecord({ exitCode: _, ...error }: Fault): FaultRecord {
  return { error };
}
