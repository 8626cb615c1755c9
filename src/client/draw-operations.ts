/** What of JSON Schema the document of the API uses. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
}

/** The parts of an OpenAPI 3.1 document that types are made of. */
export interface ApiDocument {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const HEAD = `// Written by src/client/write-operations.ts from schemas/openapi-1.json; do not edit.
`;

function indent(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

function drawComment(description: string | undefined): string {
  return description === undefined ? '' : `/** ${description.replaceAll('*/', '* /').replaceAll('\n', ' ')} */\n`;
}

const drawName = (name: string): string => (/^[A-Za-z_]\w*$/u.test(name) ? name : JSON.stringify(name));

function drawField(name: string, schema: Schema, isRequired: boolean): string {
  return `${drawComment(schema.description)}readonly ${drawName(name)}${isRequired ? '' : '?'}: ${drawType(schema)};`;
}

function drawFields(fields: readonly string[]): string {
  return fields.length === 0 ? 'Readonly<Record<string, never>>' : `{\n  ${indent(fields.join('\n'))}\n}`;
}

function drawObject({ properties = {}, required = [], additionalProperties }: Schema): string {
  const names = Object.keys(properties);
  if (names.length > 0) {
    return drawFields(Object.entries(properties).map(([name, schema]) => drawField(name, schema, required.includes(name))));
  }
  const value = typeof additionalProperties === 'object' ? drawType(additionalProperties) : 'unknown';
  return additionalProperties === false ? 'Readonly<Record<string, never>>' : `Readonly<Record<string, ${value}>>`;
}

const drawUnion = (types: readonly string[]): string => [...new Set(types)].join(' | ');

function drawArray(items: Schema = {}): string {
  const item = drawType(items);
  const isUnion = [items.enum, items.anyOf, items.oneOf, items.type].some((choices) => typeof choices === 'object');
  return isUnion || item.startsWith('readonly ') ? `readonly (${item})[]` : `readonly ${item}[]`;
}

function drawNamed(type: string, schema: Schema): string {
  switch (type) {
    case 'object':
      return drawObject(schema);
    case 'array':
      return drawArray(schema.items);
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    default:
      throw new Error(`the document has the type ${type}, which is not known here`);
  }
}

function drawType(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return drawUnion(schema.enum.map((value) => JSON.stringify(value)));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return drawUnion(choices.map(drawType));
  if (schema.type === undefined) return 'unknown';
  return drawUnion([schema.type].flat().map((type) => drawNamed(type, schema)));
}

function drawSchema([name, schema]: readonly [string, Schema]): string {
  const type = drawType(schema);
  const isObject = schema.type === 'object' && type.startsWith('{');
  return `${drawComment(schema.description)}export ${isObject ? `interface ${name} ${type}` : `type ${name} = ${type};`}\n`;
}

function drawParameters(parameters: readonly Parameter[], place: string): string {
  const fields = parameters
    .filter((parameter) => parameter.in === place)
    .map(({ name, schema, required = false, description }) =>
      drawField(name, description === undefined ? schema : { ...schema, description }, required),
    );
  return drawFields(fields);
}

function listBodies({ content = {} }: Content): readonly string[] {
  return Object.entries(content).flatMap(([type, { schema }]) =>
    type === 'application/json' && schema ? [drawType(schema)] : [],
  );
}

function drawOperation({ operationId, summary, parameters = [], requestBody, responses }: Operation): string {
  const bodies = requestBody ? [...listBodies(requestBody), ...(requestBody.required ? [] : ['undefined'])] : ['undefined'];
  const answers = Object.entries(responses).flatMap(([status, response]) => (status.startsWith('2') ? listBodies(response) : []));
  const parts = [
    `readonly path: ${drawParameters(parameters, 'path')};`,
    `readonly query: ${drawParameters(parameters, 'query')};`,
    `readonly body: ${drawUnion(bodies)};`,
    `readonly answer: ${answers.length === 0 ? 'undefined' : drawUnion(answers)};`,
  ];
  return `${drawComment(`${summary}.`)}readonly ${operationId}: ${drawFields(parts)};`;
}

/**
 * The types of the API and its table of operations as TypeScript, from its OpenAPI document. Throws `Error` for a type of JSON Schema that
 * the document has not used so far.
 */
export function drawOperations({ components, paths }: ApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const rows = operations.map(
    ({ path, method, operation }) => `${operation.operationId}: { method: '${method}', path: '${path}' },`,
  );
  return [
    HEAD,
    ...Object.entries(components.schemas).map(drawSchema),
    `/** What each operation takes and answers. */\nexport interface Operations ${drawFields(operations.map(({ operation }) => drawOperation(operation)))}\n`,
    `/** Where each operation stands. */\nexport const OPERATIONS = ${drawFields(rows)} as const;\n`,
  ].join('\n');
}
