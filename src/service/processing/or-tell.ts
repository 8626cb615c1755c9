import { errorCode } from '../telemetry/error-code.ts';
import { startSpan, type Trace } from '../telemetry/trace.ts';
import type { Processing } from './processing.ts';

/** The store refused, or was away: told at once, because the queue only asks again. */
export async function orTell<Answer>({ log }: Pick<Processing, 'log'>, ask: Promise<Answer>, trace?: Trace): Promise<Answer> {
  try {
    return await ask;
  } catch (error) {
    log('service.failed', { code: errorCode(error), component: 'worker' }, trace ?? startSpan());
    throw error;
  }
}
