import { z } from 'zod';
import { type ApiKey, SCOPES } from '../../access/api-key.ts';
import { named } from './api-registry.ts';
import { instant } from './instant.ts';
import { storableText } from './storable-text.ts';

const time = z.iso.datetime();

/** When a key may end. Drivers read years of two digits as those of this century. */
export const keyEnd = instant.refine((value) => value >= '1970', 'No key ended before 1970.');

const KEY = {
  id: z.string(),
  tenant: z.string().nullable().describe("Null: an operator's key, for all tenants."),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: time,
  expiresAt: time.nullable(),
  revokedAt: time.nullable(),
} as const;

export const keyShape = named('ApiKey', 'A key, without its secret.', z.strictObject(KEY));

export const issuedKeyShape = named(
  'IssuedKey',
  'A key just made.',
  z.strictObject({ ...KEY, key: z.string().describe('`ck_<id>_<secret>`. It is shown this once.') }),
);

export const rotatedKeyShape = named(
  'RotatedKey',
  'A key just made in the place of another.',
  z.strictObject({
    ...KEY,
    key: z.string().describe('`ck_<id>_<secret>`. It is shown this once.'),
    replaces: z.string().describe('The id of the old key.'),
    oldExpiresAt: time.describe('Until then the old key works too.'),
  }),
);

export const newKeyShape = named(
  'NewKey',
  'A key to be made.',
  z.strictObject({
    name: storableText().min(1).max(100).describe('What it is for.'),
    scopes: z
      .array(z.enum(SCOPES))
      .min(1)
      .max(SCOPES.length)
      .describe('submit: hand articles in; read: lists, results, deliveries; review: decide; admin: keys, tenant, purge.'),
    expiresAt: keyEnd.exactOptional().describe('Never when absent.'),
    isOperator: z.boolean().exactOptional().describe("An operator's key, for all tenants; only operators may make one."),
  }),
);

/** A key as it is answered. */
export function describeKey({ createdAt, expiresAt, revokedAt, id, tenant, name, scopes }: ApiKey): z.infer<typeof keyShape> {
  return {
    ...{ id, tenant, name, scopes: [...scopes] },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
