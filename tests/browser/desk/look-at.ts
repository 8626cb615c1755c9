import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { listViolations } from '../list-violations.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 800 };
const FADE_MS = 200;

/** Whoever wants to look too names a folder for the pictures. */
async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env.DESK_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  // Colours that fade in are no colours yet.
  await page.waitForTimeout(FADE_MS);
  await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}.png`), fullPage: true });
}

/**
 * Expects of a state of the page, light and dark, wide and narrow, that it breaks no rule of axe and runs out of no screen to the side. The page
 * is wide and light afterwards.
 */
export async function lookAt(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of [NARROW, WIDE]) {
      await page.setViewportSize(size);
      const name = `${state} ${colorScheme} ${size.width}`;
      await takePicture(page, name);
      expect(await listViolations(page), name).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), name).toBeLessThanOrEqual(0);
    }
  }
}
