import { listRuleNames } from '../../../index.ts';
import { chooseWindow } from '../../rules/precision/choose-window.ts';
import { readPrecision } from '../../rules/precision/read-precision.ts';
import type { ApiContext } from '../api-context.ts';
import { type ApiServer, callerOf } from '../api-server.ts';
import { precisionQueryShape, precisionShape } from './shapes/precision-shape.ts';

/** `GET /v1/desk/precision`. */
export function addPrecisionRoutes(server: ApiServer, { pool, ruleset }: ApiContext): void {
  const schema = {
    ...{ operationId: 'getPrecision', tags: ['desk'], summary: 'Read how often people bring back what rules took out' },
    description:
      'By rule, by source and by rule on a source, over time; with rules that are to be retired or narrowed, with what changed from the last but one window to the last or over all, and with sources in whose articles other things are found than before. Decisions that were undone say nothing, nor do rejected articles. Rules that are not active any more are told, and not proposed for anything.',
    ...{ querystring: precisionQueryShape, response: { 200: precisionShape } },
  };
  server.get('/v1/desk/precision', { config: { access: 'desk:lead' }, schema }, (request) => {
    const { days, top, windowDays: wanted } = request.query;
    const wish = {
      tenant: callerOf(request).tenant,
      days,
      windowDays: chooseWindow(days, wanted) ?? days,
      top,
      own: new Set(listRuleNames(ruleset())),
    };
    return readPrecision(pool, wish, new Date());
  });
}
