import type { AmendmentReason } from '../../moderation/model/amendment.ts';

/** An amendment of a request that would change nothing. */
export interface Ineffective {
  /** Its place in the request, from 0. */
  readonly index: number;
  readonly reason: AmendmentReason;
}

/** Amendments were refused because some of them would change nothing. */
export class NoEffectError extends Error {
  override readonly name = 'NoEffectError';
  readonly amendments: readonly Ineffective[];

  constructor(amendments: readonly Ineffective[]) {
    super(`${amendments.length} amendments would have no effect`);
    this.amendments = amendments;
  }
}
