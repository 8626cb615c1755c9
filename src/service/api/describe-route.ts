import { z } from 'zod';
import type { Access } from './authenticate.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';
import { MOST_WAIT_SECONDS } from './read-preferred-wait.ts';
import { apiRegistry } from './shapes/api-registry.ts';
import { problemShape } from './shapes/problem-shape.ts';

/** Problems of any route. */
const ANYWHERE: readonly ProblemCode[] = [
  ...(['bad_request', 'request_timeout', 'bad_expectation', 'headers_too_large'] as const),
  ...(['internal', 'closing'] as const),
];
/** Problems of any route with a key. */
const WITH_KEY: readonly ProblemCode[] = [
  'unauthenticated',
  'forbidden',
  'wrong_tenant',
  'unknown_tenant',
  'invalid',
  'store_unavailable',
];
/** Problems of any route for people. */
const WITH_SESSION: readonly ProblemCode[] = ['signed_out', 'bad_csrf'];
/** Problems of a body, which is read wherever there may be one, also where none is wanted. */
const WITH_BODY: readonly ProblemCode[] = ['bad_json', 'bad_encoding', 'body_too_large', 'unsupported_media_type', 'busy'];
/** Problems of a route that takes articles in. */
export const WITH_LIMITS: readonly ProblemCode[] = ['rate_limited', 'queue_full'];

const TENANT_HEADER = {
  'copydesk-tenant': z.string().optional().describe("The tenant that an operator's key acts for; `default` when absent."),
};
const SUBMIT_HEADERS = {
  'idempotency-key': z
    .string()
    .max(257)
    .optional()
    .describe('1 to 255 visible ASCII characters. A request that is repeated with its key and body gets the first answer again.'),
  traceparent: z
    .string()
    .optional()
    .describe(
      "W3C Trace Context: the article's trace is the caller's, and its webhook carries it on. What keeps not to the standard counts as none.",
    ),
  prefer: z
    .string()
    .optional()
    .describe(
      `\`wait=2\`: answer with the result when it comes within so many seconds, at most ${MOST_WAIT_SECONDS}. A batch does not wait.`,
    ),
};

/** What a route's `schema` may hold for the document, besides what it checks. */
export interface DescribedSchema {
  readonly description?: string;
  readonly body?: unknown;
  readonly response?: unknown;
  readonly hide?: boolean;
}

/** The facts of a route that its document is made of. */
export interface DescribedRoute {
  readonly access: Access;
  /** Beside those that any such route may answer. */
  readonly problems: readonly ProblemCode[];
  readonly isSubmission: boolean;
  readonly hasBody: boolean;
  /** Media type of its answers. */
  readonly answerType: string;
}

function describeAccess(access: Access): string {
  if (access === 'public') return 'Needs no key.';
  if (access === 'operator') return "Needs an operator's key with the scope `admin`.";
  const [, role] = access.split(':');
  if (role !== undefined) return `Needs a person with at least the role \`${role}\`, or a key with the scope \`review\`.`;
  return `Needs a key with the scope \`${access}\`.`;
}

type Described = Readonly<Record<string, { readonly description: string; readonly content: object }>>;

/** A status may come with an answer and with a problem, which differ by their types. */
function merge(answers: Described, problems: Described): Described {
  const both = Object.entries(problems).map(([status, problem]) => {
    const answer = answers[status];
    if (!answer) return [status, problem];
    const description = `${answer.description} ${problem.description}`;
    return [status, { description, content: { ...answer.content, ...problem.content } }];
  });
  return { ...answers, ...Object.fromEntries(both) };
}

function describeProblems(codes: readonly ProblemCode[]): Described {
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].sort();
  const describe = (status: number) =>
    codes.filter((code) => PROBLEMS[code].status === status).map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`);
  const content = { 'application/problem+json': { schema: problemShape } };
  return Object.fromEntries(statuses.map((status) => [status, { description: describe(status).join(' '), content }]));
}

/** Answers as the route states them, each a zod schema, with what each means. */
function describeAnswers(response: unknown, answerType: string): Described {
  return Object.fromEntries(
    Object.entries(response ?? {}).map(([status, schema]) => {
      // RFC 9110: there is no content.
      if (status === '204') return [status, schema];
      const description = schema instanceof z.ZodType ? (apiRegistry.get(schema)?.description ?? 'As asked.') : 'As asked.';
      return [status, { description, content: { [answerType]: { schema } } }];
    }),
  );
}

/** The schema of a route with all that its document says: who may use it, which headers it reads, which problems it answers. */
export function describeRoute<Schema extends DescribedSchema>(schema: Schema, route: DescribedRoute) {
  if (schema.hide) return schema;
  const { access, problems, isSubmission } = route;
  const isPublic = access === 'public';
  const isOfDesk = access.startsWith('desk:');
  const codes = [
    ...ANYWHERE,
    ...(isPublic ? [] : WITH_KEY),
    ...(isOfDesk ? WITH_SESSION : []),
    ...(route.hasBody ? WITH_BODY : []),
    ...problems,
  ];
  const headers = { ...(isPublic ? {} : TENANT_HEADER), ...(isSubmission ? SUBMIT_HEADERS : {}) };
  return {
    ...schema,
    description: [schema.description, describeAccess(access)].filter(Boolean).join('\n\n'),
    security: isPublic ? [] : [{ key: [] }, ...(isOfDesk ? [{ session: [] }] : [])],
    ...(Object.keys(headers).length > 0 && { headers: z.object(headers) }),
    response: merge(describeAnswers(schema.response, route.answerType), describeProblems(codes)),
  };
}
