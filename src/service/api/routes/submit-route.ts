import { inTransaction } from '../../store/in-transaction.ts';
import { readResult } from '../../store/read-result.ts';
import type { ApiContext } from '../api-context.ts';
import { describeSubmitted } from '../describe-submitted.ts';
import { ProblemError } from '../problem-error.ts';
import { readPreferredWait } from '../read-preferred-wait.ts';
import { type ApiServer, callerOf } from '../request-types.ts';
import { type Answer, sendAnswer } from '../send-answer.ts';
import { batchAnswerShape, finishedShape, submissionShape, submittedShape } from '../shapes/submission-shape.ts';
import { spliceResult } from '../splice-result.ts';
import { logTaken, readWanted, type Taken, takeIn } from '../submit-articles.ts';
import { untilOver } from '../until-over.ts';
import { writeProblem } from '../write-problem.ts';

function answerBatch(taken: readonly Taken[]): Answer {
  const articles = taken.map((one) =>
    one instanceof ProblemError ? writeProblem(one) : describeSubmitted(one.article, one.isNew),
  );
  const isNew = taken.some((one) => !(one instanceof ProblemError) && one.isNew);
  return { status: isNew ? 202 : 200, headers: {}, body: JSON.stringify({ articles }) };
}

function answerOne(one: Taken): Answer {
  if (one instanceof ProblemError) throw one;
  const submitted = describeSubmitted(one.article, one.isNew);
  const retry: Record<string, string> = submitted.status === 'pending' ? { 'retry-after': '1' } : {};
  return { status: one.isNew ? 202 : 200, headers: { location: submitted.url, ...retry }, body: JSON.stringify(submitted) };
}

async function finish(context: ApiContext, one: Taken, seconds: number): Promise<Answer | undefined> {
  if (one instanceof ProblemError || seconds === 0) return undefined;
  const over = await untilOver(context.pool, one.article.key, seconds * 1000);
  if (!over) return undefined;
  const submitted = describeSubmitted(over, one.isNew);
  const result = await readResult(context.pool, over.key);
  const headers = { location: submitted.url, 'preference-applied': `wait=${seconds}` };
  return { status: 200, headers, body: spliceResult(submitted, result) };
}

/** `POST /v1/articles`: one article or a batch. */
export function addSubmitRoute(server: ApiServer, context: ApiContext): void {
  server.post(
    '/v1/articles',
    {
      config: { access: 'submit' },
      schema: {
        operationId: 'submitArticles',
        tags: ['articles'],
        summary: 'Submit one article, or a batch',
        body: submissionShape,
        response: { 200: finishedShape, 202: submittedShape.or(batchAnswerShape) },
      },
      // Each article of a batch is checked by itself.
      validatorCompiler: () => (data: unknown) => ({ value: data }),
    },
    async (request, reply) => {
      const { tenant } = callerOf(request);
      const wanted = readWanted(request.body, tenant);
      const taken = await inTransaction(context.pool, (session) => takeIn(session, wanted, new Date()));
      logTaken(context, tenant, wanted, taken);
      context.wake();
      if (wanted.isBatch) return sendAnswer(reply, answerBatch(taken));
      const [one] = taken;
      if (!one) throw new Error('a submission had no outcome');
      const answer = answerOne(one);
      return sendAnswer(reply, (await finish(context, one, readPreferredWait(request.headers.prefer))) ?? answer);
    },
  );
}
