/** The part of JSON Schema that `z.toJSONSchema` writes for lines of the log. */
export interface LineSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, LineSchema>>;
  readonly required?: readonly string[];
  readonly items?: LineSchema;
  readonly additionalProperties?: LineSchema | boolean;
  readonly anyOf?: readonly LineSchema[];
}

const typeOf = ({ type, const: constant }: LineSchema): string | undefined =>
  constant === undefined ? type : (type ?? typeof constant);

const asSchema = (value: LineSchema | boolean | undefined): LineSchema | undefined =>
  typeof value === 'object' ? value : undefined;

/** Words that a reader knows stay; there may be more. */
function findLostWords(path: string, before: LineSchema, after: LineSchema): readonly string[] {
  const words = (schema: LineSchema) => schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  const [known, now] = [words(before), words(after)];
  if (!known || !now) return known && !now ? [`${path}: is no list of words any more`] : [];
  return known.filter((word) => !now.includes(word)).map((word) => `${path}: ${JSON.stringify(word)} is gone`);
}

function findInObject(path: string, before: LineSchema, after: LineSchema): readonly string[] {
  return Object.entries(before.properties ?? {}).flatMap(([name, was]) => {
    const field = `${path}.${name}`;
    const is = after.properties?.[name];
    if (!is) return [`${field}: is gone`];
    const isLoosened = before.required?.includes(name) && !after.required?.includes(name);
    return [...(isLoosened ? [`${field}: may be absent now`] : []), ...findInField(field, was, is)];
  });
}

function findInField(path: string, before: LineSchema, after: LineSchema): readonly string[] {
  if (typeOf(before) !== typeOf(after)) return [`${path}: was ${typeOf(before)}, is ${typeOf(after)}`];
  const [itemWas, itemIs] = [before.items, after.items];
  const [valueWas, valueIs] = [asSchema(before.additionalProperties), asSchema(after.additionalProperties)];
  return [
    ...findLostWords(path, before, after),
    ...findInObject(path, before, after),
    ...(itemWas && itemIs ? findInField(`${path}[]`, itemWas, itemIs) : []),
    ...(valueWas && valueIs ? findInField(`${path}{}`, valueWas, valueIs) : []),
  ];
}

const eventOf = (line: LineSchema): string => String(line.properties?.event?.const);

/**
 * What a reader of the log that knows the schema `before` would miss in lines of the schema `after`: events, fields and words that are gone,
 * fields that may be absent, other types. New ones break nobody who passes over what he does not know. Empty when there is none.
 */
export function findBreaks(before: LineSchema, after: LineSchema): readonly string[] {
  const now = new Map((after.anyOf ?? []).map((line) => [eventOf(line), line]));
  return (before.anyOf ?? []).flatMap((line) => {
    const event = eventOf(line);
    const is = now.get(event);
    return is ? findInObject(event, line, is) : [`${event}: is gone`];
  });
}
