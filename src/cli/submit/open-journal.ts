import { createHash } from 'node:crypto';
import { promises as files } from 'node:fs';
import { z } from 'zod';
import type { Submitted } from '../../client/client.ts';
import type { Article } from '../../moderation/model/article.ts';
import { normaliseUrl } from '../access/normalise-url.ts';
import { CliError, EXIT } from '../cli-error.ts';
import { systemCode } from '../system-code.ts';
import type { SentArticle } from './submit-row.ts';

const headSchema = z.object({ journal: z.literal('copydesk.submit/1'), url: z.string(), tenant: z.string().nullable() });
const lineSchema = z.object({
  sha256: z.string(),
  id: z.string(),
  revision: z.number(),
  externalId: z.string(),
  source: z.string().nullable(),
});

/** What earlier runs have handed in. */
export interface Journal {
  readonly find: (article: Article) => SentArticle | undefined;
  /** Notes what was taken in, on the disk when this resolves. */
  readonly add: (taken: readonly { readonly article: Article; readonly submitted: Submitted }[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The desk that a journal is about. */
export interface JournalHead {
  readonly url: string;
  readonly tenant: string | undefined;
}

const NONE: Journal = { find: () => undefined, add: () => Promise.resolve(), close: () => Promise.resolve() };

/** Names an article and its content. */
function hashArticle(article: Article): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(article).sort()))
    .digest('hex');
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function read(path: string): Promise<string> {
  try {
    return await files.readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw new CliError(`${path} cannot be read: ${systemCode(error)}`, EXIT.io);
  }
}

function checkHead(path: string, line: string, { url, tenant }: JournalHead): void {
  const head = headSchema.safeParse(parse(line));
  if (!head.success) throw new CliError(`${path} is no journal of copydesk submit; it is left as it is`, EXIT.data);
  if (normaliseUrl(head.data.url) === normaliseUrl(url) && head.data.tenant === (tenant ?? null)) return;
  throw new CliError(`${path} is about another desk or tenant (${head.data.url}); name another file with --resume`, EXIT.data);
}

/** A line that broke off when the machine stopped is passed over: its article is sent again, which changes nothing. */
function readKnown(lines: readonly string[]): Map<string, SentArticle> {
  const known = new Map<string, SentArticle>();
  for (const line of lines) {
    const entry = lineSchema.safeParse(parse(line));
    if (!entry.success) continue;
    const { sha256, ...article } = entry.data;
    known.set(sha256, { ...article, status: 'sent', isNew: false });
  }
  return known;
}

async function openFile(path: string, head: string): Promise<files.FileHandle> {
  try {
    const file = await files.open(path, 'a');
    await file.appendFile(head);
    return file;
  } catch (error) {
    throw new CliError(`${path} cannot be written: ${systemCode(error)}`, EXIT.io);
  }
}

/** Opens the journal of `--resume`, or one that knows nothing. Throws `CliError` for a file that is none, or of another desk. */
export async function openJournal(path: string | undefined, head: JournalHead): Promise<Journal> {
  if (path === undefined) return NONE;
  const text = await read(path);
  const [first = '', ...lines] = text.split('\n');
  if (text !== '') checkHead(path, first, head);
  const known = readKnown(lines);
  const opening = { journal: 'copydesk.submit/1', url: head.url, tenant: head.tenant ?? null };
  const file = await openFile(path, text === '' ? `${JSON.stringify(opening)}\n` : text.endsWith('\n') ? '' : '\n');
  return {
    find: (article) => known.get(hashArticle(article)),
    add: async (taken) => {
      const added = taken.map(({ article, submitted: { id, revision, externalId, source } }) =>
        JSON.stringify({ sha256: hashArticle(article), id, revision, externalId, source }),
      );
      if (added.length === 0) return;
      await file.appendFile(`${added.join('\n')}\n`);
      await file.datasync();
    },
    close: () => file.close(),
  };
}
