import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../store/canonical-json.ts';
import { ProblemError } from '../../problem-error.ts';

/** The last article of a page. */
export interface QueuePlace {
  /** Microseconds since 1970, as text; exact, because two articles may come within a millisecond. */
  readonly micros: string;
  readonly priority: number;
  /** A bigint as text. */
  readonly seq: string;
}

/** Beyond it a double is not exact any more; it is the year 2255. */
const MOST_MICROS = 9_000_000_000_000_000;

const cursorSchema = z.tuple([
  z
    .string()
    .regex(/^-?\d{1,16}$/u)
    .refine((micros) => Math.abs(Number(micros)) <= MOST_MICROS),
  z.int32(),
  z
    .string()
    .regex(/^\d{1,19}$/u)
    .refine((seq) => BigInt(seq) <= 9_223_372_036_854_775_807n),
  z.string(),
]);

/** A cursor belongs to its filters: with others it would leave articles out. */
function markOf(filter: object): string {
  return createHash('sha256').update(canonicalJson(filter)).digest('base64url').slice(0, 8);
}

export function writeQueueCursor({ micros, priority, seq }: QueuePlace, filter: object): string {
  return Buffer.from(JSON.stringify([micros, priority, seq, markOf(filter)])).toString('base64url');
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Throws `ProblemError` for what is no cursor of these filters. */
export function readQueueCursor(cursor: string, filter: object): QueuePlace {
  const read = cursorSchema.safeParse(parse(cursor));
  if (!read.success || read.data[3] !== markOf(filter)) throw new ProblemError('bad_cursor');
  const [micros, priority, seq] = read.data;
  return { micros, priority, seq };
}
