import type { SqlSession } from '../store/sql-pool.ts';

/** One publisher with its articles, keys and limits. */
export interface Tenant {
  readonly id: string;
  readonly createdAt: Date;
  /** Submissions a second on the average, and how many at once; null: the defaults of the settings. */
  readonly ratePerSecond: number | null;
  readonly burst: number | null;
  /** Share of the workers while several tenants wait. */
  readonly weight: number;
  /** Days after which content is purged; null: the default of the settings. */
  readonly retentionDays: number | null;
  readonly sharesFingerprints: boolean;
  readonly webhookUrl: string | null;
  /** How many secrets are live; they themselves are shown when they are made. */
  readonly webhookSecrets: number;
}

export interface TenantRow {
  readonly id: string;
  readonly created_at: Date;
  readonly rate_per_second: string | null;
  readonly burst: number | null;
  readonly weight: number;
  readonly retention_days: number | null;
  readonly shares_fingerprints: boolean;
  readonly webhook_url: string | null;
  readonly webhook_secrets: number;
}

/** Columns of `copydesk.tenants` that make a `Tenant`; the secrets stay where they are. */
export const TENANT_COLUMNS =
  'id, created_at, rate_per_second, burst, weight, retention_days, shares_fingerprints, webhook_url, cardinality(webhook_secrets) AS webhook_secrets';

export function toTenant(row: TenantRow): Tenant {
  return {
    id: row.id,
    createdAt: row.created_at,
    ratePerSecond: row.rate_per_second === null ? null : Number(row.rate_per_second),
    burst: row.burst,
    weight: row.weight,
    retentionDays: row.retention_days,
    sharesFingerprints: row.shares_fingerprints,
    webhookUrl: row.webhook_url,
    webhookSecrets: row.webhook_secrets,
  };
}

export async function readTenant(session: SqlSession, id: string): Promise<Tenant | undefined> {
  const { rows } = await session.query<TenantRow>(`SELECT ${TENANT_COLUMNS} FROM copydesk.tenants WHERE id = $1`, [id]);
  return rows[0] && toTenant(rows[0]);
}
