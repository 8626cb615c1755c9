import { describe, expect, it } from 'vitest';
import { findDeclaredCharset } from '../../../../src/cli/check/bytes/find-declared-charset.ts';

const declared = (source: string): string | undefined => findDeclaredCharset(Buffer.from(source, 'latin1'));

describe('findDeclaredCharset', () => {
  it.each([
    ['<meta charset=windows-1250>', 'windows-1250'],
    ['<META CHARSET="Windows-1251">', 'windows-1251'],
    ["<meta name=a charset='koi8-r' />", 'koi8-r'],
    ['<meta/charset=big5>', 'big5'],
    ['<meta\ncharset\n=\n"euc-kr"\n>', 'euc-kr'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', 'iso-8859-2'],
    ['<meta content="text/html; charset = \'shift_jis\'" http-equiv=content-type>', 'shift_jis'],
    ['<meta http-equiv=content-type content=text/html;charset=gbk>', 'gbk'],
    ['<meta http-equiv=content-type content="charsetx charset=gbk;x">', 'gbk'],
    ['<meta charset=latin1>', 'windows-1252'],
    ['<meta charset=us-ascii>', 'windows-1252'],
    ['<meta charset=" UTF8 ">', 'utf-8'],
    ['<meta charset=utf-16>', 'utf-8'],
    ['<meta charset=utf-16be>', 'utf-8'],
    ['<meta charset=x-user-defined>', 'windows-1252'],
    ['<?xml version="1.0" encoding="ISO-8859-2"?><html>', 'iso-8859-2'],
    ["<?xml version='1.0' encoding = 'windows-1251' ?>", 'windows-1251'],
    ['<meta charset=nonsense><meta charset=koi8-r>', 'koi8-r'],
    ['<meta charset="koi8-r" charset="big5">', 'koi8-r'],
    ['<!-- <meta charset=big5> --><meta charset=koi8-r>', 'koi8-r'],
    ['<!--><meta charset=koi8-r>', 'koi8-r'],
    ['<!DOCTYPE html><html lang=ru><head><title>a < b</title><meta charset=koi8-r>', 'koi8-r'],
    ['<script>if (a < b) c();</script><meta charset=koi8-r>', 'koi8-r'],
    ['<a title="<meta charset=big5>"><meta charset=koi8-r>', 'koi8-r'],
    ['</a title="<meta charset=big5>"><? <meta charset=big5><meta charset=koi8-r>', 'koi8-r'],
    [`${'<p>'.repeat(3000)}<meta charset=koi8-r>`, 'koi8-r'],
  ])('reads %.60s', (source, expected) => {
    expect(declared(source)).toBe(expected);
  });

  it.each([
    [''],
    ['charset=koi8-r'],
    ['<metacharset=koi8-r>'],
    ['<meta name=charset content=koi8-r>'],
    ['<meta content="text/html; charset=koi8-r">'],
    ['<meta http-equiv=refresh content="text/html; charset=koi8-r">'],
    ['<meta http-equiv=content-type content="text/html; charset=\'koi8-r">'],
    ['<meta charset=nonsense>'],
    ['<meta charset=>'],
    ['<meta charset=iso-2022-kr>'],
    [`<meta charset=${'x'.repeat(5000)}>`],
    ['<!-- <meta charset=big5> -->'],
    ['<!-- <meta charset=big5>'],
    ['<p title="<meta charset=big5>'],
    [`${' '.repeat(1024 * 1024)}<meta charset=big5>`],
    ['<'.repeat(20_000)],
  ])('finds nothing in %.60s', (source) => {
    expect(declared(source)).toBeUndefined();
  });
});
