import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ProblemError } from './problem-error.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';
import { writeProblem } from './write-problem.ts';

const BROKEN: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** A request that is no HTTP, or does not come to its end: told on the bare connection. */
export function refuseBroken(error: Error, socket: Socket): void {
  const code = 'code' in error ? error.code : '';
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = new ProblemError(BROKEN[String(code)] ?? 'bad_request');
  const body = JSON.stringify(writeProblem(problem));
  const head = `HTTP/1.1 ${PROBLEMS[problem.code].status} ${problem.code}\r\ncontent-type: application/problem+json\r\n`;
  socket.end(`${head}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`);
}

/** What Node would answer without a body. */
export function refuseExpectation(_: IncomingMessage, response: ServerResponse): void {
  const problem = new ProblemError('bad_expectation');
  response.writeHead(PROBLEMS[problem.code].status, { 'content-type': 'application/problem+json', connection: 'close' });
  response.end(JSON.stringify(writeProblem(problem)));
}
