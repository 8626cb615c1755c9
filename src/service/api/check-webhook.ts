/** Why decisions may not be sent to an address; `undefined` when they may. */
export function checkWebhook(url: string): Promise<string | undefined> {
  const parsed = URL.parse(url);
  const isWeb = parsed !== null && ['http:', 'https:'].includes(parsed.protocol);
  return Promise.resolve(isWeb ? undefined : 'Send an address that begins with https:// or http://.');
}
