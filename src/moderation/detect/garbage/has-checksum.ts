import { sha256 } from '@noble/hashes/sha2.js';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE58_RIPPLE = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const BECH32_GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
/** Last value of the checksum: of bech32 and of bech32m. */
const BECH32_RESIDUES = [1, 0x2bc830a3];
/** Version byte, 20 bytes of hash, 4 of checksum. */
const ADDRESS_BYTES = 25;

/** The 25 bytes a base58 text stands for, or nothing. */
function decodeBase58(text: string, alphabet: string): Uint8Array | undefined {
  const bytes = new Uint8Array(ADDRESS_BYTES);
  for (const character of text) {
    let carry = alphabet.indexOf(character);
    if (carry < 0) return undefined;
    for (let at = ADDRESS_BYTES - 1; at >= 0; at--) {
      carry += 58 * (bytes[at] ?? 0);
      bytes[at] = carry & 0xff;
      carry >>>= 8;
    }
    if (carry !== 0) return undefined;
  }
  return bytes;
}

/** Base58Check (Bitcoin and its kin, Ripple): the last four bytes are the double SHA-256 of the others. */
function isBase58Check(token: string): boolean {
  if (token.length < 26 || token.length > 35) return false;
  return [BASE58, BASE58_RIPPLE].some((alphabet) => {
    const bytes = decodeBase58(token, alphabet);
    if (!bytes) return false;
    const sum = sha256(sha256(bytes.subarray(0, ADDRESS_BYTES - 4)));
    return bytes.subarray(ADDRESS_BYTES - 4).every((byte, at) => byte === sum[at]);
  });
}

function polymod(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const mixed = ((sum & 0x1ffffff) << 5) ^ value;
    return BECH32_GENERATOR.reduce((all, part, bit) => (((sum >>> 25) >>> bit) & 1 ? all ^ part : all), mixed);
  }, 1);
}

/** Bech32 (BIP 173, BIP 350): "bc1…", "ltc1…" with a checksum over prefix and data. */
function isBech32(token: string): boolean {
  const lower = token.toLowerCase();
  const parts = /^([a-z]{2,5})1([02-9ac-hj-np-z]{14,80})$/u.exec(lower);
  const [, prefix = '', data = ''] = parts ?? [];
  if (!parts || (lower !== token && token.toUpperCase() !== token)) return false;
  const units = Array.from(prefix, (letter) => letter.charCodeAt(0));
  const head = [...units.map((unit) => unit >>> 5), 0, ...units.map((unit) => unit & 31)];
  return BECH32_RESIDUES.includes(polymod([...head, ...Array.from(data, (letter) => BECH32.indexOf(letter))]));
}

/** Rest of a number of any length after division by 97, letters as 10 to 35 (ISO 7064). */
function modulo97(token: string): number {
  return Array.from(token).reduce((rest, character) => {
    const value = Number.parseInt(character, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}

/** IBAN (ISO 13616) and LEI (ISO 17442): remainder 1 by 97. */
function isNumberedBy97(token: string): boolean {
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/u.test(token) && modulo97(token.slice(4) + token.slice(0, 4)) === 1) return true;
  return /^[A-Z0-9]{18}\d{2}$/u.test(token) && modulo97(token) === 1;
}

/** True when a token carries a checksum of a known scheme that is right: then it is a number of something, not noise. */
export function hasChecksum(token: string): boolean {
  return isNumberedBy97(token) || isBech32(token) || isBase58Check(token);
}
