import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { parseKey } from '../access/api-key.ts';
import { parseProxies } from '../api/parse-proxies.ts';
import { parsePrivateTargets } from '../delivery/target/private-targets.ts';
import { isLoopback } from '../people/oidc/is-loopback.ts';
import { parseGroupRoles } from '../people/oidc/parse-group-roles.ts';
import { LOG_FORMATS } from '../telemetry/log-formats.ts';
import { LOG_LEVELS } from '../telemetry/log-levels.ts';
import { oneOf } from './one-of.ts';

/** A whole number. Whatever is wrong with a value, the message says what is wanted. */
function range(least: number, most: number) {
  const wanted = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(wanted).int(wanted).min(least, wanted).max(most, wanted);
}

const whole = (fallback: number, least: number, most: number) => range(least, most).default(fallback);

function url(...protocols: readonly string[]) {
  const begin = `must begin with ${protocols.map((name) => `${name}//`).join(' or ')}`;
  return z
    .url({ abort: true, error: `must be an address, and ${begin}` })
    .refine((value) => protocols.includes(new URL(value).protocol), begin);
}

const targets = z
  .string()
  .default('')
  .transform((list, context) => {
    const parsed = parsePrivateTargets(list);
    if (parsed) return parsed;
    context.addIssue('must be addresses, ranges such as 10.0.0.0/8, or host names, separated by commas');
    return z.NEVER;
  });

const proxies = z
  .string()
  .default('')
  .transform((list, context) => {
    const parsed = parseProxies(list);
    if (parsed) return parsed;
    context.addIssue('must be addresses, or ranges such as 10.0.0.0/8 that do not mean everybody, separated by commas');
    return z.NEVER;
  });

const origin = url('http:', 'https:')
  .refine((value) => /^\/?$/u.test(new URL(value).pathname + new URL(value).search + new URL(value).hash), 'must have no path')
  .refine((value) => new URL(value).username === '', 'must have no user')
  .transform((value) => new URL(value).origin);

const issuer = url('http:', 'https:').refine(
  (value) => value.startsWith('https:') || isLoopback(value),
  'must begin with https://, unless it is on this machine',
);

const groupRoles = z.string().transform((list, context) => {
  const parsed = parseGroupRoles(list);
  if (parsed) return parsed;
  context.addIssue('must read GROUP=ROLE, with commas between; roles are publisher, moderator, lead, admin');
  return z.NEVER;
});

/** Every environment variable that a desk reads, as what it means. */
export const settingsSchema = z.strictObject({
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  COPYDESK_DATA: z.string().min(1).default('.copydesk'),
  COPYDESK_RULES: z.string().min(1).optional(),
  COPYDESK_ENTITIES: z.string().min(1).optional(),
  COPYDESK_TOPICS: z.string().min(1).optional(),
  COPYDESK_LOG: z.string().min(1).optional(),
  COPYDESK_LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
  COPYDESK_LOG_FORMAT: oneOf(LOG_FORMATS).default('copydesk'),
  COPYDESK_CONCURRENCY: whole(Math.max(1, availableParallelism()), 1, 256),
  COPYDESK_DEADLINE_SECONDS: whole(60, 1, 3600),
  COPYDESK_LOCK_SECONDS: whole(4, 1, 600),
  COPYDESK_RECONCILE_SECONDS: whole(5, 1, 3600),
  COPYDESK_ATTEMPTS: whole(5, 1, 100),
  COPYDESK_STARTS: whole(3, 1, 100),
  COPYDESK_HOST: z.string().min(1).default('127.0.0.1'),
  COPYDESK_PORT: whole(8080, 0, 65_535),
  COPYDESK_METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  COPYDESK_METRICS_PORT: range(0, 65_535).optional(),
  COPYDESK_OPERATOR_KEY: z
    .string()
    .refine(
      (value) => parseKey(value) !== undefined,
      'must read ck_<id>_<secret>, the id letters and digits, the secret 32 or more',
    )
    .optional(),
  COPYDESK_MAX_REQUEST_MB: whole(32, 1, 1024),
  COPYDESK_MAX_QUEUE_SECONDS: whole(600, 1, 604_800),
  COPYDESK_RATE_PER_SECOND: whole(500, 1, 1_000_000),
  COPYDESK_BURST: whole(2000, 1, 10_000_000),
  COPYDESK_BULLMQ_INTAKE: oneOf(['on', 'off']).default('off'),
  COPYDESK_WEBHOOK_PRIVATE: targets,
  COPYDESK_WEBHOOK_SECONDS: whole(15, 1, 300),
  COPYDESK_WEBHOOK_CONCURRENCY: whole(64, 1, 1024),
  COPYDESK_RETENTION_DAYS: range(1, 36_500).optional(),
  COPYDESK_FINGERPRINT_DAYS: whole(30, 1, 3650),
  COPYDESK_PUBLIC_URL: origin.optional(),
  COPYDESK_TRUSTED_PROXIES: proxies,
  COPYDESK_OIDC_ISSUER: issuer.optional(),
  COPYDESK_OIDC_CLIENT_ID: z.string().optional(),
  COPYDESK_OIDC_CLIENT_SECRET: z.string().optional(),
  COPYDESK_OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  COPYDESK_OIDC_LABEL: z.string().max(60).default('Single sign-on'),
  COPYDESK_OIDC_GROUPS_CLAIM: z.string().max(200).default('groups'),
  COPYDESK_OIDC_GROUP_ROLES: groupRoles.optional(),
});

export type Settings = z.infer<typeof settingsSchema>;
