import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const alertSchema = z.strictObject({
  alert: z.string(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.strictObject({ severity: z.enum(['warning', 'critical']) }),
  annotations: z.strictObject({ summary: z.string(), action: z.string() }),
});
export type Alert = z.infer<typeof alertSchema>;

const fileSchema = z.strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(alertSchema) })) });

/** The alerts of `observability/alerts.yml`. */
export function readAlerts(): readonly Alert[] {
  const text = readFileSync(new URL('../../observability/alerts.yml', import.meta.url), 'utf8');
  return fileSchema.parse(parse(text)).groups.flatMap(({ rules }) => rules);
}
