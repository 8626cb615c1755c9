import { EXAMPLES } from './examples.ts';
import type { Json, JsonObject } from './json.ts';

const REF = '#/components/schemas/';
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The maker of the document states each schema twice, as it is read and as it is written; ours are the same both ways. */
function bareName(name: string): string {
  return name.replace(/Input$/u, '');
}

function renameRefs(value: Json): Json {
  if (Array.isArray(value)) return value.map(renameRefs);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, one]): [string, Json] => {
    const isRef = name === '$ref' && typeof one === 'string' && one.startsWith(REF);
    return [name, isRef ? bareName(one) : renameRefs(one)];
  });
  return Object.fromEntries(entries);
}

function listRefs(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listRefs);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === '$ref' && typeof one === 'string' ? [one.slice(REF.length)] : listRefs(one),
  );
}

/** The schemas that the paths lead to, in the order of their names. */
function keepUsed(paths: Json, schemas: JsonObject): JsonObject {
  const used = new Set<string>();
  const waiting = [...listRefs(paths)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    waiting.push(...listRefs(schemas[name] ?? null));
  }
  return Object.fromEntries([...used].sort().map((name) => [name, schemas[name] ?? {}]));
}

/** Examples of a request and of its answers, by the operation's id. */
function addExamples(operation: Json): Json {
  if (!isObject(operation)) return operation;
  const example = EXAMPLES[String(operation.operationId)];
  if (!example) return operation;
  const fill = (holder: Json | undefined, value: Json | undefined): Json => {
    if (!isObject(holder) || value === undefined || !isObject(holder.content)) return holder ?? null;
    return {
      ...holder,
      content: { 'application/json': { ...(holder.content['application/json'] as JsonObject), example: value } },
    };
  };
  const responses = Object.entries((operation.responses ?? {}) as JsonObject).map(([status, response]): [string, Json] => [
    status,
    fill(response, example.answers[status]),
  ]);
  return {
    ...operation,
    ...(operation.requestBody !== undefined && { requestBody: fill(operation.requestBody, example.body) }),
    responses: Object.fromEntries(responses),
  };
}

function mapOperations(paths: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      isObject(methods)
        ? Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, addExamples(operation)]))
        : methods,
    ]),
  );
}

/** The document with each schema once, without those that nothing uses, and with examples. */
export function tidyDocument<Document extends object>(document: Document): Document {
  // A document of OpenAPI is JSON; its types say less.
  const { paths, components, ...rest } = renameRefs(JSON.parse(JSON.stringify(document))) as {
    readonly paths: JsonObject;
    readonly components: JsonObject;
  };
  const schemas = isObject(components.schemas) ? components.schemas : {};
  const once = Object.fromEntries(
    Object.entries(schemas).filter(([name]) => bareName(name) === name || !(bareName(name) in schemas)),
  );
  return {
    ...rest,
    paths: mapOperations(paths),
    components: { ...components, schemas: keepUsed(paths, once) },
  } as unknown as Document;
}
