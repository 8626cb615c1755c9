import { z } from 'zod';
import { named } from '../../shapes/api-registry.ts';

const time = z.iso.datetime().describe('UTC.');

const ownSessionShape = z.strictObject({
  id: z.string(),
  createdAt: time,
  seenAt: time.describe('When it was last used, within a minute.'),
  isCurrent: z.boolean().describe('Whether it is the one that asks.'),
});

/** One's own account. */
export const ownAccountShape = named(
  'OwnAccount',
  'The account of whoever asks, with its sessions, the one last used first.',
  z.strictObject({
    signInName: z.string().describe('What the person types as their login.'),
    hasPassword: z.boolean().describe('False: they sign in at the provider only.'),
    sessions: z.array(ownSessionShape),
  }),
);

export type OwnAccountShape = z.infer<typeof ownAccountShape>;
