import { z } from 'zod';
import type { Tenant } from '../../access/tenant.ts';
import { named } from './api-registry.ts';
import { storableText } from './storable-text.ts';

const rate = z.number().min(0.001).max(1_000_000);
const burst = z.int().min(1).max(10_000_000);
const weight = z.int().min(1).max(100);
const days = z.int().min(1).max(36_500);

const TENANT = {
  id: z.string(),
  createdAt: z.iso.datetime(),
  ratePerSecond: rate.nullable().describe('Articles a second on the average; null: the default of the desk.'),
  burst: burst.nullable().describe('Articles at once; null: the default of the desk.'),
  weight: weight.describe('Share of the workers while several tenants wait.'),
  retentionDays: days.nullable().describe('Days after which content is purged; null: the default of the desk.'),
  sharesFingerprints: z
    .boolean()
    .describe('Whether its paragraphs may be compared with those of other tenants that allow it too.'),
  webhookUrl: z.string().nullable().describe('Where decisions are sent; null: they wait to be fetched.'),
  webhookSecrets: z.int().min(0).max(2).describe('How many secrets sign now.'),
} as const;

export const tenantShape = named('Tenant', 'A publisher with its limits.', z.strictObject(TENANT));

export const changedTenantShape = named(
  'ChangedTenant',
  'A tenant after a change.',
  z.strictObject({
    ...TENANT,
    webhookSecret: z.string().exactOptional().describe('A secret just made, `whsec_…`. It is shown this once.'),
  }),
);

export const tenantChangeShape = named(
  'TenantChange',
  'What is to change of a tenant; what is left out stays.',
  z.strictObject({
    ratePerSecond: rate.nullable().exactOptional().describe('Operators only.'),
    burst: burst.nullable().exactOptional().describe('Operators only.'),
    weight: weight.exactOptional().describe('Operators only.'),
    retentionDays: days.nullable().exactOptional(),
    sharesFingerprints: z.boolean().exactOptional(),
    webhookUrl: storableText().max(2048).nullable().exactOptional().describe('http or https. A first webhook gets a secret.'),
    newWebhookSecret: z
      .enum(['add', 'replace'])
      .exactOptional()
      .describe('Makes a secret: beside the newest one until the next is made, or in the place of all.'),
  }),
);

/** A tenant as it is answered. */
export function describeTenant({ createdAt, ...tenant }: Tenant): z.infer<typeof tenantShape> {
  return { ...tenant, createdAt: createdAt.toISOString() };
}
