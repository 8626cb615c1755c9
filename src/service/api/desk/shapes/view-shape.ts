import { z } from 'zod';
import { named } from '../../shapes/api-registry.ts';
import { storableText } from '../../shapes/storable-text.ts';
import { personShape } from './person-shape.ts';
import { queueFilterShape } from './queue-filter-shape.ts';

/** A view as its owner writes it. */
export const newViewShape = named(
  'NewView',
  'A view of the queue to be kept.',
  z.strictObject({
    name: storableText().trim().min(1).max(100).describe('No other view of the same person has it, in whatever case.'),
    filter: queueFilterShape,
    isShared: z.boolean().describe('Whether others of the tenant see it too.'),
  }),
);

/** A view of the queue under a name. */
export const viewShape = named(
  'View',
  'A view of the queue under a name.',
  z.strictObject({
    id: z.string(),
    name: z.string(),
    filter: queueFilterShape,
    isStale: z.boolean().describe('Its filter is of another version of Copydesk, and cannot be used: write it anew.'),
    isShared: z.boolean(),
    owner: personShape,
    isOwn: z.boolean(),
    mayChange: z.boolean().describe('Its owner may, and a lead one that is shared.'),
  }),
);

export const viewListShape = named(
  'ViewList',
  'The views of a person and those that others share, by name.',
  z.strictObject({ views: z.array(viewShape) }),
);

export type ViewShape = z.infer<typeof viewShape>;
