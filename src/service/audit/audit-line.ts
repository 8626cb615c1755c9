import { z } from 'zod';

export const AUDIT_SCHEMA = 'copydesk.audit/1';

const time = z.iso.datetime();
/** SHA-256 as hexadecimal digits; empty before the first link of a chain, and for events written before there were chains. */
const link = z.string().regex(/^(?:[0-9a-f]{64})?$/u);
const number = z.int().min(0).max(2_147_483_647);

/** The first line: of which tenant, and which events, from `since` on and before `until`. */
const exportLine = z.strictObject({
  type: z.literal('export'),
  schema: z.literal(AUDIT_SCHEMA),
  tenant: z.string(),
  since: time,
  until: time,
});

const CHAIN = {
  type: z.literal('chain'),
  /** The event before those that follow, which was before the times that were asked for; without a time when there is none, or it was gone. */
  after: z.strictObject({ number, hash: link, time: time.nullable() }),
  /** The last event that the chain had when it was read; without a time when it was gone. */
  end: z.strictObject({ number, hash: link, time: time.nullable() }),
} as const;

/** Begins a chain: its events that were asked for follow, with all between them. */
const chainLine = z.discriminatedUnion('kind', [
  z.strictObject({ ...CHAIN, kind: z.literal('article'), article: z.string(), revision: z.int().min(1) }),
  z.strictObject({ ...CHAIN, kind: z.literal('desk'), tenant: z.string() }),
  z.strictObject({ ...CHAIN, kind: z.literal('rules'), tenant: z.string() }),
]);

const eventLine = z.strictObject({
  type: z.literal('event'),
  number,
  time,
  name: z.string(),
  /** Id of the rule; in chains of rules only. */
  rule: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
  hash: link,
});

/**
 * The last line: how much there is, the SHA-256 of the bytes of all lines before it, the root of where the chains ended, and the signature of all that by the
 * desk, with the public key that it says is its own.
 */
const manifestLine = z.strictObject({
  type: z.literal('manifest'),
  chains: z.int().min(0),
  events: z.int().min(0),
  sha256: link,
  root: link,
  key: z.string(),
  signature: z.string(),
});

/** A line of an audit export. */
export const auditLineSchema = z.union([exportLine, chainLine, eventLine, manifestLine]);

export type AuditLine = z.infer<typeof auditLineSchema>;
export type ChainLine = z.infer<typeof chainLine>;
export type EventLine = z.infer<typeof eventLine>;
export type ExportLine = z.infer<typeof exportLine>;
