import { articleSchema } from '../../../schema/article-schema.ts';
import { moderatedArticleSchema } from '../../../schema/moderated-article-schema.ts';
import { toSubmission } from '../../intake/submission.ts';
import { errorCode } from '../../telemetry/error-code.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { WITH_LIMITS } from '../describe-route.ts';
import { FairSlots } from '../fair-slots.ts';
import { createIntakeGuard } from '../guard-intake.ts';
import { ProblemError } from '../problem-error.ts';
import { sendAnswer } from '../send-answer.ts';

/** Checks of a tenant that wait for a thread, and for how long: whoever checks wants an answer now. */
const WAITING = { mostWaiting: 8, patienceMs: 5000 };

function toCheckError(error: unknown): unknown {
  if (errorCode(error) === 'no_thread') return new ProblemError('busy', { headers: { 'retry-after': '1' } });
  return errorCode(error) === 'deadline' ? new ProblemError('check_overdue', { headers: { 'retry-after': '60' } }) : error;
}

/** `POST /v1/check`: moderates at once, in threads of this process, and stores nothing. */
export function addCheckRoute(server: ApiServer, context: ApiContext): void {
  const guardIntake = createIntakeGuard(context);
  const slots = new FairSlots(context.settings.checks, WAITING);
  server.post(
    '/v1/check',
    {
      config: {
        access: 'submit',
        problems: [...WITH_LIMITS, 'check_overdue', 'bad_id', 'bad_article', 'too_large', 'too_many_lines'],
      },
      schema: {
        operationId: 'checkArticle',
        tags: ['articles'],
        summary: 'Moderate an article at once and store nothing',
        body: articleSchema,
        response: { 200: moderatedArticleSchema },
      },
    },
    async (request, reply) => {
      const { tenant } = callerOf(request);
      // Refused for the same reasons as a submission.
      toSubmission(request.body, tenant);
      await guardIntake(reply, tenant, 1);
      const article = { ...request.body, revision: request.body.revision ?? 1 };
      try {
        const { json } = await slots.run(tenant, async () => {
          const threads = context.threads();
          await threads.ready();
          return threads.moderate(article, undefined, undefined, await context.rules.readNow(tenant));
        });
        return sendAnswer(reply, { status: 200, headers: {}, body: json });
      } catch (error) {
        throw toCheckError(error);
      }
    },
  );
}
