import type { Makers } from '../open-makers.ts';
import { ATTEMPT_RESULTS, FAILED, OK, WORK_SECONDS } from './attempt-results.ts';
import type { Counters } from './counters.ts';
import { nameCodes } from './name-codes.ts';

/** What is sent to publishers. */
export function countDeliveries({ counter, histogram }: Makers): Counters {
  const [code, end] = [nameCodes(), nameCodes()];
  const attempts = counter('delivery_attempts', 'Attempts to send a webhook that are over.', ['code']);
  const seconds = histogram('delivery_seconds', 'What attempts to send a webhook take.', WORK_SECONDS, {
    result: ATTEMPT_RESULTS,
  });
  attempts({ code: OK }, 0);
  const dead = counter('dead_letters', 'Deliveries that were given up.', ['code']);
  // Begun at 0, which those by code are not.
  const gone = counter('deliveries_dead', 'Deliveries that were given up, whatever the code.');
  const replayed = counter('deliveries_replayed', 'Deliveries that are sent once more.');
  return {
    'delivery.succeeded': ({ request_seconds }) => {
      attempts({ code: OK });
      seconds({ result: OK }, request_seconds);
    },
    'delivery.failed': (fields) => {
      attempts({ code: code(fields.code) });
      seconds({ result: FAILED }, fields.request_seconds);
    },
    'delivery.dead_lettered': (fields) => {
      dead({ code: end(fields.code) });
      gone();
    },
    'delivery.replayed': () => replayed(),
  };
}
