import { describe, expect, it } from 'vitest';
import { SiteNames } from '../../../../../src/moderation/read/html/metadata/site-names.ts';
import { stripSiteName } from '../../../../../src/moderation/read/html/metadata/strip-site-name.ts';

const sites = new SiteNames(['Quay Gazette | News of the harbour', 'Über Wasser'], 'https://blog.tidewire.example/a');

describe('stripSiteName', () => {
  it.each([
    ['The ice goes out | Quay Gazette', 'The ice goes out'],
    ['The ice goes out - Quay Gazette Online', 'The ice goes out'],
    ['The ice goes out – Quay', 'The ice goes out'],
    ['Quay Gazette: The ice goes out', 'Quay Gazette: The ice goes out'],
    ['Quay Gazette » The ice goes out', 'The ice goes out'],
    ['The ice goes out - News of the harbour - tidewire.example', 'The ice goes out'],
    ['The ice goes out | uber wasser', 'The ice goes out'],
    ['The ice goes out » ☆☆☆', 'The ice goes out'],
    ['The ice goes out - Weather', 'The ice goes out - Weather'],
    ['Merrow-on-Sea votes', 'Merrow-on-Sea votes'],
    ['Quay Gazette', 'Quay Gazette'],
    ['Quay Gazette | Tidewire', 'Quay Gazette'],
  ])('%j becomes %j', (title, stripped) => {
    expect(stripSiteName(title, sites)).toBe(stripped);
  });
});
