import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../store/canonical-json.ts';
import { ProblemError } from '../problem-error.ts';
import { instant } from '../shapes/instant.ts';

/** The last entry of a page. */
export interface Place {
  readonly receivedAt: Date;
  /** A bigint as text. */
  readonly seq: string;
}

const cursorSchema = z.tuple([instant, z.string().regex(/^\d{1,19}$/u), z.string()]);

/** A cursor belongs to its filters: with others it would leave entries out. */
function markOf(filters: object): string {
  return createHash('sha256').update(canonicalJson(filters)).digest('base64url').slice(0, 8);
}

export function writeCursor({ receivedAt, seq }: Place, filters: object): string {
  return Buffer.from(JSON.stringify([receivedAt.toISOString(), seq, markOf(filters)])).toString('base64url');
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
  return { receivedAt: new Date(read.data[0]), seq: read.data[1] };
}
