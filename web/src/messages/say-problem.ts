import { Problem } from '../api/call.ts';
import { say, sayNamed } from './say.ts';

/** Problems of which the desk knows more than their code: what is wrong with what was sent. */
const EXPLAINED = ['invalid', 'bad_rule'];

/** Says what went wrong and what to do, in words of the page. */
export function sayProblem(error: unknown): string {
  if (!(error instanceof Problem)) return say('problem.internal');
  const { code, detail, message } = error;
  const words = sayNamed('problem', code, detail || message);
  return EXPLAINED.includes(code) && detail !== '' ? `${words} ${detail}` : words;
}
