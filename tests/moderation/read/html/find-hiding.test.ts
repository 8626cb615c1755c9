import { describe, expect, it } from 'vitest';
import { findHiding } from '../../../../src/moderation/read/html/find-hiding.ts';
import { findTag } from './find-tag.ts';

const hiding = (attributes: string, around?: string) => findHiding(findTag(`<p ${attributes}>a</p>`, 'p'), around);

describe('findHiding', () => {
  it.each([
    ['hidden', 'hidden'],
    ['style="display:none"', 'display:none'],
    ['style="color: red; DISPLAY : none !important"', 'display:none'],
    ['style="visibility:hidden"', 'visibility:hidden'],
    ['style="opacity:0"', 'opacity:0'],
    ['style="font-size:0px"', 'font-size:0'],
    ['style="text-indent:-9999px"', 'text-indent'],
    ['style="position:absolute; left:-9999px"', 'position'],
    ['style="position:absolute; top:-100em"', 'position'],
    ['style="overflow:hidden; height:0"', 'overflow'],
    ['style="color:#fff; background-color:#fff"', 'color'],
  ])('sees that %s hides', (attributes, how) => {
    expect(hiding(attributes)).toBe(how);
  });

  it.each([
    '',
    'class="hidden"',
    'hidden="until-found"',
    'style="display:block"',
    'style="display:none; display:block"',
    'style="opacity:0.5"',
    'style="font-size:0.9em"',
    'style="left:-9999px"',
    'style="text-indent:-2em"',
    'style="overflow:hidden"',
    'title="display:none"',
  ])('sees that %s does not', (attributes) => {
    expect(hiding(attributes)).toBeUndefined();
  });

  it('lets nothing be shown again but what only visibility hides', () => {
    expect(hiding('style="display:block"', 'display:none')).toBe('display:none');
    expect(hiding('style="visibility:visible"', 'visibility:hidden')).toBeUndefined();
    expect(hiding('style="visibility:visible"', 'opacity:0')).toBe('opacity:0');
  });
});
