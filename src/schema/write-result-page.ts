import { z } from 'zod';
import { moderatedArticleSchema } from './moderated-article-schema.ts';

interface Field {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Field;
  readonly anyOf?: readonly Field[];
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Field | boolean;
  readonly description?: string;
}

/** Alternatives of which one is null count as the other one, which may be null. */
function openNull(field: Field): { readonly field: Field; readonly isNullable: boolean } {
  const others = field.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const [only] = others;
  if (only && others.length === 1) return { field: { ...only, ...field }, isNullable: true };
  const types = typeof field.type === 'object' ? field.type : [];
  const type = types.find((name) => name !== 'null');
  return types.includes('null') && type ? { field: { ...field, type }, isNullable: true } : { field, isNullable: false };
}

function nameType(given: Field): string {
  const { field, isNullable } = openNull(given);
  const { type, const: constant, enum: words, items, additionalProperties, properties, anyOf } = field;
  const orNull = isNullable ? ' or null' : '';
  if (constant !== undefined) return `\`${String(constant)}\`${orNull}`;
  if (words) return `${words.map((word) => `\`${String(word)}\``).join(', ')}${orNull}`;
  if (type === 'array') return `list of ${items ? nameType(items) : 'anything'}${orNull}`;
  if (anyOf && !properties) return anyOf.map(nameType).join(' or ');
  if (typeof additionalProperties === 'object') return `${nameType(additionalProperties)}, by name${orNull}`;
  return `${String(type ?? 'anything')}${orNull}`;
}

/** A row for each field, those within it behind it. */
function listRows(path: string, given: Field): readonly string[] {
  const { field } = openNull(given);
  const inner = field.items ? openNull(field.items).field : field;
  const end = field.items ? '[]' : '';
  return Object.entries(inner.properties ?? {}).flatMap(([name, child]) => {
    const own = `${path}${path === '' ? '' : `${end}.`}${name}`;
    const always = inner.required?.includes(name) ? '' : ' (where it applies)';
    const row = `| \`${own}\` | ${nameType(child)}${always} | ${(child.description ?? '').replaceAll('|', '\\|')} |`;
    return [row, ...listVariants(child).flatMap((variant) => listRows(own, variant))];
  });
}

/** A list of several shapes tells of each. */
function listVariants(child: Field): readonly Field[] {
  const variants = child.items?.anyOf;
  return variants ? variants.map((items) => ({ type: 'array', items })) : [child];
}

/** The page of all fields of a result, as Markdown; a test holds the committed file to it. */
export function writeResultPage(): string {
  // What zod writes for an object.
  const schema = z.toJSONSchema(moderatedArticleSchema, { reused: 'inline' }) as Field;
  return `# What comes out

Made from \`src/schema/moderated-article-schema.ts\` by \`node src/schema/write-schemas.ts\`; do not edit.

The result of an article, as \`copydesk check --format json\` prints it, the API answers it and \`moderate()\` returns it. To read the text, take \`text\`;
to decide, \`verdict\`; to see why, \`findings\`, whose points add up to what \`quality.score\` lacks of 100. Offsets are UTF-16 code units, half-open: those
named \`source…\`, and those of edits and findings, count in the original as it was received, the others in \`text\`. As JSON Schema:
[\`moderated-article-1.schema.json\`](../schemas/moderated-article-1.schema.json).

| field | type | says |
|---|---|---|
${listRows('', schema).join('\n')}
`;
}
