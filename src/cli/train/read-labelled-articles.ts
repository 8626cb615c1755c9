import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { describeWant } from '../../faults/describe-want.ts';
import type { LabelledArticle } from '../../index.ts';
import { CliError, EXIT } from '../cli-error.ts';

const names = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).transform((value) => [value].flat());
const lineSchema = z
  .object({ text: z.string().min(1), title: z.string().optional(), codes: names.optional(), labels: names.optional() })
  .refine(({ codes, labels }) => codes !== undefined || labels !== undefined, 'codes or labels are missing')
  .refine(({ codes, labels }) => !codes || !labels || codes.length === labels.length, 'codes and labels differ in number');

/** Articles with their codes, and what the codes are called. */
export interface LabelledArticles {
  readonly articles: readonly LabelledArticle[];
  readonly labels: ReadonlyMap<string, string>;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, EXIT.noInput);
  }
}

function parseLine(json: string, place: string): z.infer<typeof lineSchema> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new CliError(`${place}: not JSON`, EXIT.data);
  }
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CliError(
    `${place}: ${[...(issue?.path ?? []), ''].join(': ')}${issue ? describeWant(issue) : 'not as expected'}`,
    EXIT.data,
  );
}

const toCode = (name: string): string => name.trim().replace(/[\s,]+/gu, '-');

/** Reads labelled articles, one a line of NDJSON. Throws `CliError` with file and line (65), or when there is no such file (66). */
export function readLabelledArticles(path: string): LabelledArticles {
  const labels = new Map<string, string>();
  const articles = readText(path)
    .split('\n')
    .flatMap((json, at): readonly LabelledArticle[] => {
      if (json.trim() === '') return [];
      const { text, title, codes, labels: called } = parseLine(json, `${path}:${at + 1}`);
      const own = (codes ?? called ?? []).map(toCode);
      for (const [row, code] of own.entries()) if (!labels.has(code)) labels.set(code, called?.[row] ?? code);
      return [{ text, title, codes: own }];
    });
  return { articles, labels };
}
