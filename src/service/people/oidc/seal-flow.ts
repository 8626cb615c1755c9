import { createHmac, timingSafeEqual } from 'node:crypto';

function toMac(secret: string, content: string): string {
  return createHmac('sha256', secret).update(content).digest('base64url');
}

/** A flow that only this desk can have written, and that counts until `end`. */
export function sealFlow(secret: string, flow: string, end: Date): string {
  const content = `${flow}~${end.getTime()}`;
  return `${content}~${toMac(secret, content)}`;
}

/** The flow that `sealFlow` was given; `undefined` of anything else, and when it is over. */
export function unsealFlow(secret: string, sealed: string, now: Date): string | undefined {
  const at = sealed.lastIndexOf('~');
  const content = sealed.slice(0, Math.max(0, at));
  const given = Buffer.from(sealed.slice(at + 1));
  const wanted = Buffer.from(toMac(secret, content));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  const end = content.lastIndexOf('~');
  return Number(content.slice(end + 1)) > now.getTime() ? content.slice(0, end) : undefined;
}
