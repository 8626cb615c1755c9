import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';
/** Keeps a browser from calling home while requests are counted. */
const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** True where a browser is installed, and where tests that lack one have to fail. */
export const HAS_BROWSER = existsSync(PROGRAM) || process.env.TEST_DEMAND_SERVERS === '1';

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox', '--disable-gpu', ...QUIET] });
}
