import { Buffer } from 'node:buffer';

/** What the bytes 80 to 9F stand for (Encoding Standard, index windows-1252); five of them for controls. */
const INDEX = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u0178';
const C1 = /[\u0080-\u009f]/gu;

/**
 * Text of windows-1252, which also ISO-8859-1 and ASCII mean on the Web. Any bytes are text. By hand, because the
 * TextDecoder of some releases of Node (20.20 is one) gives the controls of ISO-8859-1 for 80 to 9F.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(C1, (control) => INDEX.charAt(control.charCodeAt(0) - 0x80));
}
