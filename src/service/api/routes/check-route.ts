import { articleSchema } from '../../../schema/article-schema.ts';
import { moderatedArticleSchema } from '../../../schema/moderated-article-schema.ts';
import { toSubmission } from '../../intake/submission.ts';
import { errorCode } from '../../telemetry/error-code.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { WITH_LIMITS } from '../describe-route.ts';
import { createIntakeGuard } from '../guard-intake.ts';
import { ProblemError } from '../problem-error.ts';
import { sendAnswer } from '../send-answer.ts';

const BUSY = { headers: { 'retry-after': '1' } };

function toCheckError(error: unknown): unknown {
  if (errorCode(error) === 'no_thread') return new ProblemError('busy', BUSY);
  return errorCode(error) === 'deadline' ? new ProblemError('check_overdue', { headers: { 'retry-after': '60' } }) : error;
}

/** `POST /v1/check`: moderates at once, in threads of this process, and stores nothing. */
export function addCheckRoute(server: ApiServer, context: ApiContext): void {
  const guardIntake = createIntakeGuard(context);
  let running = 0;
  server.post(
    '/v1/check',
    {
      config: { access: 'submit', problems: [...WITH_LIMITS, 'busy', 'check_overdue', 'bad_id', 'too_large', 'too_many_lines'] },
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
      if (running >= context.settings.checks) throw new ProblemError('busy', BUSY);
      running++;
      try {
        const article = { ...request.body, revision: request.body.revision ?? 1 };
        const threads = context.threads();
        await threads.ready();
        const { json } = await threads.moderate(article);
        return sendAnswer(reply, { status: 200, headers: {}, body: json });
      } catch (error) {
        throw toCheckError(error);
      } finally {
        running--;
      }
    },
  );
}
