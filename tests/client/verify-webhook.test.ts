import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { type ReceivedWebhook, verifyWebhook, type WebhookFault } from '../../src/client/verify-webhook.ts';
import { signWebhook } from '../../src/service/delivery/sign-webhook.ts';

const secret = () => `whsec_${randomBytes(32).toString('base64')}`;
const own = secret();
const now = new Date('2026-03-04T05:06:07Z');
const seconds = Math.floor(now.getTime() / 1000);
const body = JSON.stringify({
  type: 'article.accepted',
  timestamp: now.toISOString(),
  data: { id: 'art_1', title: 'Fähre – ⚓' },
});

/** A message as the reference implementation signs it. */
function sign(text: string, at = now, key = own): { readonly body: string; readonly headers: Record<string, string> } {
  const signature = new Webhook(key).sign('msg_1', at, text);
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
    'webhook-signature': signature,
  };
  return { body: text, headers };
}

const at = (offset: number) => new Date((seconds + offset) * 1000);

async function faultOf(received: ReceivedWebhook, secrets: readonly string[] = [own]): Promise<WebhookFault | 'none'> {
  try {
    await verifyWebhook(received, { secrets, now });
    return 'none';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code as WebhookFault;
    throw error;
  }
}

describe('verifyWebhook', () => {
  it('reads what the reference implementation of Standard Webhooks has signed', async () => {
    const message = await verifyWebhook(sign(body), { secrets: [own], now });
    expect(message).toEqual({ id: 'msg_1', sentAt: at(0), decision: JSON.parse(body) });
  });

  it('accepts what the desk signs, also while two secrets are live, as the reference does', async () => {
    const other = secret();
    const headers = signWebhook({ id: 'msg_2', body, secrets: [other, own] }, new Date());
    for (const key of [own, other]) {
      expect((await verifyWebhook({ body, headers }, { secrets: [key] })).id).toBe('msg_2');
      expect(() => new Webhook(key).verify(body, { ...headers })).not.toThrow();
    }
  });

  it('takes bytes, Headers, lists and names in capitals', async () => {
    const { headers } = sign(body);
    const lists = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]));
    for (const form of [new Headers(headers), lists]) {
      expect(await faultOf({ body: new TextEncoder().encode(body), headers: form })).toBe('none');
    }
  });

  it.each([
    ['another secret', sign(body), [secret()], 'bad_signature'],
    ['no secret', sign(body), [], 'bad_signature'],
    ['a secret that is none', sign(body), ['whsec_'], 'bad_secret'],
    ['another body', { ...sign(body), body: `${body} ` }, [own], 'bad_signature'],
    ['another id', { body, headers: { ...sign(body).headers, 'webhook-id': 'msg_2' } }, [own], 'bad_signature'],
    ['another time', { body, headers: { ...sign(body).headers, 'webhook-timestamp': `${seconds + 1}` } }, [own], 'bad_signature'],
    ['another version', { body, headers: { ...sign(body).headers, 'webhook-signature': 'v2,AAAA' } }, [own], 'bad_signature'],
    [
      'a signature that is no base64',
      { body, headers: { ...sign(body).headers, 'webhook-signature': 'v1,%' } },
      [own],
      'bad_signature',
    ],
    ['a time in words', { body, headers: { ...sign(body).headers, 'webhook-timestamp': 'now' } }, [own], 'bad_timestamp'],
    ['no headers', { body, headers: {} }, [own], 'missing_header'],
    ['five minutes and a second ago', sign(body, at(-301)), [own], 'too_old'],
    ['five minutes ago', sign(body, at(-300)), [own], 'none'],
    ['five minutes ahead', sign(body, at(300)), [own], 'none'],
    ['five minutes and a second ahead', sign(body, at(301)), [own], 'too_new'],
    ['no JSON', sign('accepted'), [own], 'bad_body'],
  ] as const)('judges %s', async (_, received, secrets, fault) => {
    expect(await faultOf(received, secrets)).toBe(fault);
  });

  it('agrees with the reference on any body and any change of a signature', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.nat({ max: 60 }), fc.constantFrom('A', '/', '=', ' ', ','), async (text, place, sign_) => {
        const signed = sign(text, new Date());
        const whole = signed.headers['webhook-signature'] ?? '';
        const changed = `${whole.slice(0, place)}${sign_}${whole.slice(place + 1)}`;
        const headers = { ...signed.headers, 'webhook-signature': changed };
        const isAccepted = await verifyWebhook({ body: text, headers }, { secrets: [own] }).then(
          () => true,
          () => false,
        );
        let isReference = true;
        try {
          new Webhook(own).verify(text, headers);
        } catch {
          isReference = false;
        }
        // The last characters of base64 hold bits that no byte has: there bytes are compared here, text there.
        if (place < 44) expect(isAccepted).toBe(isReference);
      }),
      { numRuns: 100 },
    );
  });
});
