import { randomBytes } from 'node:crypto';
import type { SqlSession } from '../store/sql-pool.ts';
import { TENANT_COLUMNS, type Tenant, type TenantRow, toTenant } from './tenant.ts';

/** What may be changed of a tenant; what is left out stays. */
export interface TenantChange {
  readonly ratePerSecond?: number | null;
  readonly burst?: number | null;
  readonly weight?: number;
  readonly retentionDays?: number | null;
  readonly sharesFingerprints?: boolean;
  readonly webhookUrl?: string | null;
  /** `add` keeps the newest one beside it, so that secrets are exchanged without a gap; `replace` leaves the new one alone. */
  readonly newWebhookSecret?: 'add' | 'replace';
}

export interface ChangedTenant {
  readonly tenant: Tenant;
  /** A secret just made. It is shown this once. */
  readonly webhookSecret?: string;
}

/** As Standard Webhooks writes one: 32 random bytes. */
function createSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** A webhook needs a secret; its first one is made with it. */
const UPDATE = `UPDATE copydesk.tenants SET
    rate_per_second = CASE WHEN $2::jsonb ? 'ratePerSecond' THEN ($2::jsonb ->> 'ratePerSecond')::numeric ELSE rate_per_second END,
    burst = CASE WHEN $2::jsonb ? 'burst' THEN ($2::jsonb ->> 'burst')::integer ELSE burst END,
    weight = coalesce(($2::jsonb ->> 'weight')::integer, weight),
    retention_days = CASE WHEN $2::jsonb ? 'retentionDays' THEN ($2::jsonb ->> 'retentionDays')::integer ELSE retention_days END,
    shares_fingerprints = coalesce(($2::jsonb ->> 'sharesFingerprints')::boolean, shares_fingerprints),
    webhook_url = CASE WHEN $2::jsonb ? 'webhookUrl' THEN $2::jsonb ->> 'webhookUrl' ELSE webhook_url END,
    webhook_secrets = CASE
      WHEN $2::jsonb ->> 'newWebhookSecret' = 'replace' OR (cardinality(webhook_secrets) = 0 AND ($2::jsonb ->> 'webhookUrl' IS NOT NULL OR $2::jsonb ? 'newWebhookSecret'))
        THEN ARRAY[$3::text]
      WHEN $2::jsonb ->> 'newWebhookSecret' = 'add' THEN ARRAY[$3::text] || webhook_secrets[1:1]
      ELSE webhook_secrets END
  WHERE id = $1 RETURNING ${TENANT_COLUMNS}, webhook_secrets[1] = $3::text AS is_secret_new`;

/** Changes a tenant. Resolves to `undefined` when there is none. */
export async function changeTenant(session: SqlSession, id: string, change: TenantChange): Promise<ChangedTenant | undefined> {
  const secret = createSecret();
  const { rows } = await session.query<TenantRow & { readonly is_secret_new: boolean | null }>(UPDATE, [
    id,
    JSON.stringify(change),
    secret,
  ]);
  const [row] = rows;
  if (!row) return undefined;
  return row.is_secret_new === true ? { tenant: toTenant(row), webhookSecret: secret } : { tenant: toTenant(row) };
}
