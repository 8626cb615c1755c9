import { createHash } from 'node:crypto';

/** What names a revision, and the trace that it is in. */
interface Root {
  readonly traceId: string;
  readonly tenant: string;
  readonly articleId: string;
  readonly revision: number;
}

/**
 * The id of the step that took a revision in: the same in each process, so that later steps know whose part they are without being told.
 * The trace alone would not do: a caller may submit several articles under one.
 */
export function rootSpanId({ traceId, tenant, articleId, revision }: Root): string {
  return createHash('sha256')
    .update(JSON.stringify([traceId, tenant, articleId, revision]))
    .digest('hex')
    .slice(0, 16);
}
