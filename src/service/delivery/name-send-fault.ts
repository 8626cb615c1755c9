import { errorCode } from '../telemetry/error-code.ts';

/** Codes of Node, undici and OpenSSL, by what a person has to look at. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^und_err_connect_timeout$|^etimedout$/u, 'connect_timeout'],
  [/^econnrefused$/u, 'connection_refused'],
  [/^und_err_socket$|^econnreset$|^epipe$/u, 'connection_closed'],
  [/^enotfound$|^eai_/u, 'unknown_host'],
  [/^ehostunreach$|^enetunreach$|^eaddrnotavail$/u, 'unreachable'],
  [/^hpe_|^und_err_headers_overflow$|^err_http|^httpparsererror$/u, 'bad_answer'],
  [/^err_(?:ssl|tls)|^err_osl|cert|self_signed|^unable_to_(?:get|verify)|^eproto$/u, 'tls'],
];

/** Several addresses were tried: the first failure speaks for them. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
}

/** A short stable word for why there was no answer. */
export function nameSendFault(error: unknown): string {
  const code = errorCode(firstOf(error));
  return NAMES.find(([pattern]) => pattern.test(code))?.[1] ?? code;
}
