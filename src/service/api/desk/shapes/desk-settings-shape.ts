import { z } from 'zod';
import { named } from '../../shapes/api-registry.ts';

const SETTINGS = {
  reviewHours: z.int().min(1).max(8760).describe('Hours after which a flagged article should be decided.'),
  secondReviewShare: z.number().min(0).max(1).describe('Share of decisions that a second person checks, unaware of the first.'),
} as const;

export const deskSettingsShape = named('DeskSettings', 'How a tenant works its desk.', z.strictObject(SETTINGS));

export const deskSettingsChangeShape = named(
  'DeskSettingsChange',
  'What is to change of the settings; what is left out stays.',
  z.strictObject({
    reviewHours: SETTINGS.reviewHours.exactOptional(),
    secondReviewShare: SETTINGS.secondReviewShare.exactOptional(),
  }),
);
