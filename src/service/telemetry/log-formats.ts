/** How lines of the log may be written: by our names, or by those of others. */
export const LOG_FORMATS = ['copydesk', 'ecs', 'otel'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];
