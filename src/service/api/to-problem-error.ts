import { type Ineffective, NoEffectError } from '../amendments/no-effect-error.ts';
import { ConfigError } from '../config/config-error.ts';
import { RefusedError } from '../intake/refused-error.ts';
import { LoginTakenError } from '../people/people.ts';
import { PeopleError } from '../people/people-error.ts';
import { BadReasonError } from '../review/bad-reason-error.ts';
import { SlowFilterError } from '../review/queue/look-within.ts';
import { ReviewError } from '../review/review-error.ts';
import { RuleError } from '../rules/rule-error.ts';
import { TransitionError } from '../store/reduce.ts';
import { toStoreError } from '../store/to-store-error.ts';
import { type Fault, ProblemError } from './problem-error.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';

/** What fastify and Node call the faults of a request, by their codes. */
const BY_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad_request',
  FST_ERR_BAD_URL: 'bad_request',
  FST_ERR_ASYNC_CONSTRAINT: 'bad_request',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** SQLSTATE classes of a server that cannot work now: connection, resources, intervention, a lock or statement that took too long. */
const AWAY = /^(?:08...|53...|57...|58...|55P03|40P01|40001|25006)$/u;

const SLOW_FILTER = 'It took too long to find what fits. Filter by more, or try again after Retry-After.';
const PASSWORDS_BUSY = 'Too many passwords wait to be checked. Try again after Retry-After.';

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Of an address among the files of a page; their server knows statuses only. */
function refusedFile(error: unknown): ProblemCode | undefined {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 403 || status === 404) return 'not_found';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad_request' : undefined;
}

function isStoreAway(error: unknown): boolean {
  return AWAY.test(codeOf(error)) || toStoreError(error) instanceof ConfigError;
}

function toFault({ index, reason }: Ineffective): Fault {
  return { in: 'body', pointer: `/amendments/${index}`, detail: reason };
}

/** The problem that an error of a request comes to. Anything unforeseen is `internal` and tells nothing of itself. */
export function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof RefusedError) {
    return isProblemCode(error.code) ? new ProblemError(error.code, { detail: error.message }) : new ProblemError('bad_article');
  }
  if (error instanceof SlowFilterError) return new ProblemError('busy', { detail: SLOW_FILTER, headers: { 'retry-after': '1' } });
  if (error instanceof NoEffectError) return new ProblemError('no_effect', { errors: error.amendments.map(toFault) });
  if (error instanceof PeopleError && error.code === 'busy') {
    return new ProblemError('busy', { detail: PASSWORDS_BUSY, headers: { 'retry-after': '5' } });
  }
  if (error instanceof ReviewError || error instanceof PeopleError) return new ProblemError(error.code);
  if (error instanceof LoginTakenError) return new ProblemError('login_taken');
  if (error instanceof BadReasonError) return new ProblemError('bad_reason', { detail: `${error.message}.` });
  if (error instanceof RuleError) return new ProblemError(error.code, { detail: error.message });
  if (error instanceof TransitionError) return new ProblemError('conflict', { detail: error.message });
  const known = BY_CODE[codeOf(error)] ?? refusedFile(error);
  if (known) return new ProblemError(known);
  if (isStoreAway(error)) return new ProblemError('store_unavailable', { headers: { 'retry-after': '5' } });
  return new ProblemError('internal');
}
