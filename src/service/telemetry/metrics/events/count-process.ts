import type { Makers } from '../open-makers.ts';
import { WORK_SECONDS } from './attempt-results.ts';
import { boundNames } from './bound-names.ts';
import type { Counters } from './counters.ts';
import { MOST_CODES, nameCodes } from './name-codes.ts';

const MOST_ROUTES = 200;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** What a process does besides articles: requests, failures, learned rules. */
export function countProcess({ counter, histogram }: Makers): Counters {
  const [code, route, component] = [nameCodes(), boundNames(MOST_ROUTES), boundNames(MOST_CODES)];
  const requests = counter('requests', 'Requests that the API has answered.', ['method', 'route', 'status']);
  const seconds = histogram('request_seconds', 'What answers of the API take.', WORK_SECONDS, ['route']);
  const failed = counter('failures', 'Failures of parts of a process, which goes on.');
  const failures = counter('component_failures', 'Failures by part and code.', ['component', 'code']);
  const rules = counter('rule_changes', 'What people did with learned rules.', {
    what: ['proposed', 'shadowed', 'activated', 'retired', 'refused'],
  });
  return {
    'request.answered': (fields) => {
      const at = route(fields.route);
      const method = METHODS.has(fields.method) ? fields.method : 'other';
      requests({ method, route: at, status: `${Math.floor(fields.status / 100)}xx` });
      seconds({ route: at }, fields.request_seconds);
    },
    'service.failed': (fields) => {
      failed();
      failures({ component: component(fields.component), code: code(fields.code) });
    },
    'rule.proposed': () => rules({ what: 'proposed' }),
    'rule.shadowed': () => rules({ what: 'shadowed' }),
    'rule.activated': () => rules({ what: 'activated' }),
    'rule.retired': () => rules({ what: 'retired' }),
    'rule.refused': () => rules({ what: 'refused' }),
  };
}
