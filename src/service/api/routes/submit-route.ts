import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { acceptAlone, acceptSubmissions, planUnknown, toAccepted } from '../../intake/accept-submissions.ts';
import { errorCode } from '../../telemetry/error-code.ts';
import { startSpan } from '../../telemetry/trace.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { concealOutcomes, concealStored } from '../conceal-outcomes.ts';
import { WITH_LIMITS } from '../describe-route.ts';
import { describeSubmitted } from '../describe-submitted.ts';
import { createIntakeGuard } from '../guard-intake.ts';
import { createOnce, type OnceWork } from '../idempotency/create-once.ts';
import { fillResult } from '../idempotency/fill-result.ts';
import { readOnceKey } from '../idempotency/read-once-key.ts';
import { insertOnce, RESULT_SLOT, type StoredAnswer } from '../idempotency/stored-answer.ts';
import { ProblemError } from '../problem-error.ts';
import { readPreferredWait } from '../read-preferred-wait.ts';
import { type Answer, sendAnswer } from '../send-answer.ts';
import { batchAnswerShape, finishedShape, submissionShape, submittedShape } from '../shapes/submission-shape.ts';
import { spliceField } from '../splice-field.ts';
import { listSubmissions, logTaken, readWanted, type Taken, takeIn, type Wanted } from '../take-in.ts';
import { untilOver } from '../until-over.ts';
import { writeProblem } from '../write-problem.ts';

function answerBatch(taken: readonly Taken[]): Answer {
  const articles = taken.map((one) =>
    one instanceof ProblemError ? writeProblem(one) : describeSubmitted(one.article, one.isNew),
  );
  const isNew = taken.some((one) => !(one instanceof ProblemError) && one.isNew);
  return { status: isNew ? 202 : 200, headers: {}, body: JSON.stringify({ articles }) };
}

function answerOne(one: Taken | undefined): Answer {
  if (!one) throw new Error('a submission had no outcome');
  if (one instanceof ProblemError) throw one;
  const submitted = describeSubmitted(one.article, one.isNew);
  const retry: Record<string, string> = submitted.status === 'pending' ? { 'retry-after': '1' } : {};
  return { status: one.isNew ? 202 : 200, headers: { location: submitted.url, ...retry }, body: JSON.stringify(submitted) };
}

async function awaitFinish(context: ApiContext, one: Taken | undefined, seconds: number): Promise<StoredAnswer | undefined> {
  if (!one || one instanceof ProblemError || seconds === 0) return undefined;
  const over = await untilOver(context, one.article.key, seconds * 1000);
  if (!over) return undefined;
  const submitted = describeSubmitted(await concealStored(context.pool, over), one.isNew);
  const headers = { location: submitted.url, 'preference-applied': `wait=${seconds}` };
  const answer = { status: 200, headers, body: spliceField(submitted, 'result', RESULT_SLOT) };
  const resultOf = { ...over.key, run: over.state.run };
  return submitted.status === 'accepted' || submitted.status === 'flagged'
    ? { ...answer, resultOf }
    : { ...answer, body: spliceField(submitted, 'result', undefined) };
}

/** The article is in: a store that goes away meanwhile makes the answer an earlier one, not a failure. */
async function finish(context: ApiContext, one: Taken | undefined, seconds: number): Promise<StoredAnswer | undefined> {
  try {
    return await awaitFinish(context, one, seconds);
  } catch (error) {
    context.log('service.failed', { code: errorCode(error), component: 'api' }, startSpan());
    return undefined;
  }
}

interface SubmitWork extends OnceWork {
  /** `begin` in a transaction of its own. */
  readonly beginAlone: () => Promise<Answer>;
}

/** What the request does; `taken` is known from the commit on. */
function planWork(context: ApiContext, request: FastifyRequest, wanted: Wanted): Omit<SubmitWork, 'prepare'> {
  const { tenant } = callerOf(request);
  const seconds = readPreferredWait(request.headers.prefer);
  let taken: readonly Taken[] = [];
  const toAnswer = (all: readonly Taken[]) => (wanted.isBatch ? answerBatch(all) : answerOne(all[0]));
  const beginWith = async (accept: Parameters<typeof takeIn>[1]) => {
    taken = await takeIn(wanted, accept);
    return toAnswer(taken);
  };
  return {
    settleMs: wanted.isBatch ? 0 : seconds * 1000,
    beginAtOnce: async (once, settleMs, patienceMs) => {
      const prepared = planUnknown(listSubmissions(wanted), new Date());
      if (!prepared) return undefined;
      const foreseen = await takeIn(wanted, () => Promise.resolve(toAccepted(prepared)));
      const answer = toAnswer(foreseen);
      const outcome = await insertOnce(context.pool, once, answer, { settleMs, patienceMs }, prepared);
      if (outcome !== 'inserted') return outcome;
      taken = foreseen;
      return answer;
    },
    begin: (session) =>
      beginWith(async (submissions) => concealOutcomes(session, await acceptSubmissions(session, submissions, new Date()))),
    beginAlone: () =>
      beginWith(async (submissions) => concealOutcomes(context.pool, await acceptAlone(context.pool, submissions, new Date()))),
    settle: () => {
      logTaken(context, tenant, wanted, taken, request.trace);
      context.wake();
      return wanted.isBatch ? Promise.resolve(undefined) : finish(context, taken[0], seconds);
    },
  };
}

async function answerWithoutKey({ pool }: ApiContext, work: SubmitWork): Promise<Answer> {
  await work.prepare();
  const first = await work.beginAlone();
  const settled = await work.settle();
  return settled ? fillResult(pool, settled).catch(() => first) : first;
}

/** `POST /v1/articles`: one article or a batch. */
export function addSubmitRoute(server: ApiServer, context: ApiContext): void {
  const answerOnce = createOnce(context.pool);
  const guardIntake = createIntakeGuard(context);
  server.post(
    '/v1/articles',
    {
      config: {
        access: 'submit',
        isSubmission: true,
        problems: [
          ...WITH_LIMITS,
          ...(['bad_idempotency_key', 'idempotency_key_reuse', 'idempotency_in_flight', 'purged'] as const),
          ...([
            'batch_too_large',
            'bad_id',
            'bad_article',
            'too_large',
            'too_many_lines',
            'revision_conflict',
            'revision_limit',
          ] as const),
        ],
      },
      schema: {
        operationId: 'submitArticles',
        tags: ['articles'],
        summary: 'Submit one article, or a batch',
        description:
          'A batch is answered with 202 when one of its articles is new, else with 200: also when each of them was refused. Look at each entry.',
        body: submissionShape,
        response: {
          200: z.union([submittedShape, finishedShape, batchAnswerShape]),
          202: z.union([submittedShape, batchAnswerShape]),
        },
      },
      // Each article of a batch is checked by itself.
      validatorCompiler: () => (data: unknown) => ({ value: data }),
    },
    async (request, reply) => {
      const { tenant } = callerOf(request);
      const once = readOnceKey(request);
      const wanted = readWanted(request.body, tenant, request.trace.traceId);
      const prepare = () => guardIntake(reply, tenant, wanted.items.length);
      const work = { ...planWork(context, request, wanted), prepare };
      return sendAnswer(reply, once ? await answerOnce(once, work) : await answerWithoutKey(context, work));
    },
  );
}
