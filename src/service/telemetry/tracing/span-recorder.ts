import { randomBytes } from 'node:crypto';
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace as traces,
} from '@opentelemetry/api';
import { STAGES } from '../../../moderation/model/watch.ts';
import type { LogEvent } from '../../../schema/log-events.ts';
import type { Cause, StepId, Trace } from '../trace.ts';
import type { Sampling } from './create-sampling.ts';
import type { GivenIds } from './given-ids.ts';
import { rootSpanId } from './root-span-id.ts';
import { spanAttributes } from './span-attributes.ts';
import { STEP_SPANS, type StepSpan } from './step-spans.ts';

/** The fields of a line, whatever its event. */
type Fields = Readonly<Record<string, unknown>>;

/** One span, which is over. Times are milliseconds since 1970. */
interface Finished {
  readonly step: StepId;
  readonly parentId: string | undefined;
  readonly link?: StepId | undefined;
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes: Attributes;
  readonly isError: boolean;
  readonly from: number;
  readonly to: number;
}

const toContext = ({ traceId, spanId }: StepId) => ({ traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });

function under(traceId: string, parentId: string | undefined): Context {
  return parentId === undefined ? ROOT_CONTEXT : traces.setSpanContext(ROOT_CONTEXT, toContext({ traceId, spanId: parentId }));
}

/** The step that took the article in; `undefined` of lines that are about none. */
function rootOf(fields: Fields, traceId: string): string | undefined {
  const { tenant, article_id: articleId, revision } = fields;
  if (typeof tenant !== 'string' || typeof articleId !== 'string' || typeof revision !== 'number') return undefined;
  return rootSpanId({ traceId, tenant, articleId, revision });
}

function nameSpan(event: LogEvent, { name = event }: StepSpan, { method, route }: Fields): string {
  if (event !== 'request.answered') return name;
  return typeof route === 'string' && route !== 'none' ? `${String(method)} ${route}` : String(method);
}

function hasFailed({ isError = false, errorCode }: StepSpan, { status, code }: Fields): boolean {
  return isError || (typeof status === 'number' && status >= 500) || (errorCode !== undefined && code === errorCode);
}

/** Makes spans of lines. A span is made when its step is over, so nothing is open that a stop could lose. */
export class SpanRecorder {
  readonly #tracer: Tracer;
  readonly #ids: GivenIds;
  readonly #sampling: Sampling;

  constructor(tracer: Tracer, ids: GivenIds, sampling: Sampling) {
    this.#tracer = tracer;
    this.#ids = ids;
    this.#sampling = sampling;
  }

  /** Records what the line ends, if anything. Returns the step under whose ids the line is to stand. */
  record(event: LogEvent, fields: Fields, trace: Trace): Trace {
    const span = STEP_SPANS[event];
    if (!span) return trace;
    const root = rootOf(fields, trace.traceId);
    const step = event === 'article.received' && root !== undefined ? { ...trace, spanId: root } : trace;
    if (this.#isRecorded(step, root)) this.#finish(event, span, fields, step, root);
    return step;
  }

  #isRecorded({ traceId, cause }: Trace, root: string | undefined): boolean {
    return root === undefined ? this.#sampling.isRequestRecorded(traceId, cause) : this.#sampling.isRecorded(traceId);
  }

  /** A step that nobody records is nobody's parent: it would be missing in the trace. */
  #isSent({ traceId, isSampled, cause }: Cause): boolean {
    return isSampled ?? this.#sampling.isRequestRecorded(traceId, cause);
  }

  #finish(event: LogEvent, span: StepSpan, fields: Fields, step: Trace, root: string | undefined): void {
    const { traceId, spanId } = step;
    const cause = step.cause && this.#isSent(step.cause) ? step.cause : undefined;
    const now = Date.now();
    const from = step.startedAt ?? now;
    const seconds = span.seconds === undefined ? undefined : fields[span.seconds];
    const isPart = cause?.traceId === traceId;
    this.#write({
      step,
      parentId: isPart ? cause.spanId : root === spanId ? undefined : root,
      link: isPart ? undefined : cause,
      name: nameSpan(event, span, fields),
      kind: span.kind,
      attributes: spanAttributes(event, fields),
      isError: hasFailed(span, fields),
      from,
      to: typeof seconds === 'number' ? from + seconds * 1000 : Math.max(from, now),
    });
    if (event === 'article.cleaned') this.#writeStages(step, fields, from);
  }

  /** How long each stage took is known, not when: rounds of one stage are added up. They stand one after the other from the start. */
  #writeStages({ traceId, spanId }: StepId, fields: Fields, start: number): void {
    let from = start;
    for (const stage of STAGES) {
      const seconds = fields[`${stage}_seconds`];
      if (typeof seconds !== 'number') continue;
      const to = from + seconds * 1000;
      const step = { traceId, spanId: randomBytes(8).toString('hex') };
      const about = { name: `stage.${stage}`, kind: SpanKind.INTERNAL, attributes: {}, isError: false };
      this.#write({ step, parentId: spanId, ...about, from, to });
      from = to;
    }
  }

  #write({ step, parentId, link, name, kind, attributes, isError, from, to }: Finished): void {
    this.#ids.give(step);
    const links = link ? [{ context: toContext(link) }] : [];
    const span = this.#tracer.startSpan(name, { kind, attributes, links, startTime: from }, under(step.traceId, parentId));
    if (isError) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(to);
  }
}
