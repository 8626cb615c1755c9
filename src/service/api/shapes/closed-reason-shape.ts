import { z } from 'zod';

/** Why an appeal is over without a decision. */
export const closedReasonShape = z.enum(['replayed', 'superseded', 'purged']).nullable();
