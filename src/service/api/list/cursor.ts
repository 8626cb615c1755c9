import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../store/canonical-json.ts';
import { ProblemError } from '../problem-error.ts';

/** The last entry of a page. */
export interface Place {
  /** ISO 8601 in UTC with microseconds: a batch was received in one instant, which a cursor must not round. */
  readonly receivedAt: string;
  /** A bigint as text. */
  readonly seq: string;
}

const exactInstant = z.iso.datetime({ precision: 6 }).refine((value) => value >= '0001');
const cursorSchema = z.tuple([exactInstant, z.string().regex(/^\d{1,19}$/u), z.string()]);

/** A cursor belongs to its filters: with others it would leave entries out. */
function markOf(filters: object): string {
  return createHash('sha256').update(canonicalJson(filters)).digest('base64url').slice(0, 8);
}

export function writeCursor({ receivedAt, seq }: Place, filters: object): string {
  return Buffer.from(JSON.stringify([receivedAt, seq, markOf(filters)])).toString('base64url');
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Throws `ProblemError` for what is no cursor of these filters. */
export function readCursor(cursor: string, filters: object): Place {
  const read = cursorSchema.safeParse(parse(cursor));
  if (!read.success || read.data[2] !== markOf(filters) || BigInt(read.data[1]) > 9_223_372_036_854_775_807n) {
    throw new ProblemError('bad_cursor');
  }
  return { receivedAt: read.data[0], seq: read.data[1] };
}
