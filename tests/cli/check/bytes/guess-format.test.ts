import { describe, expect, it } from 'vitest';
import { guessFormat } from '../../../../src/cli/check/bytes/guess-format.ts';

const STORY = 'The harbour council met at noon to hear the pilots.';

describe('guessFormat', () => {
  it.each([
    ['<!doctype html><title>A</title>'],
    ['\n\n<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">'],
    ['<html>'],
    ['<html lang="en"><body>'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html>'],
    ['<!-- saved from a page -->\n<!-- and again --><html>'],
    ['<head><title>A</title>'],
    ['<body class=a>'],
  ])('takes %.50s for a page, also in a file of text', (text) => {
    expect(guessFormat('any', text)).toBe('html');
    expect(guessFormat('text-or-page', text)).toBe('html');
    expect(guessFormat('text', text)).toBe('text');
  });

  it.each([
    [`<p>${STORY}</p>`],
    [`<p class="lead">${STORY}</p>\n<p>${STORY}</p>`],
    [`<!-- wp:paragraph -->\n<p>${STORY}</p>\n<!-- /wp:paragraph -->`],
    [`<h2>Pilots</h2>\n${STORY}`],
    [`<article><h1>Pilots</h1></article>`],
    [`<div style="a:b">${STORY}</div>`],
    [`<img src="a.png" alt=""><p>${STORY}</p>`],
    [`<UL><LI>${STORY}</UL>`],
  ])('takes %.50s for HTML, but not in a file of text', (text) => {
    expect(guessFormat('any', text)).toBe('html');
    expect(guessFormat('text-or-page', text)).toBe('text');
    expect(guessFormat('markdown', text)).toBe('markdown');
  });

  it.each([
    [`---\ntitle: Pilots\ndate: 2024-03-04\n---\n\n${STORY}`],
    [`---\r\ntitle:\r\n  Pilots\r\n---\r\n${STORY}`],
    [`# Pilots\n\n${STORY} [More](https://example.org/a).`],
    [`## Pilots\n\n**${STORY}**\n`],
    ['See [this](/a):\n\n```\ncode\n```\n'],
    [`# Pilots\n\n| a | b |\n| - | - |\n| 1 | 2 |\n`],
    [`**Bold** words and [a link][1].\n\n[1]: https://example.org\n`],
  ])('takes %.50s for Markdown, but not in a file of text', (text) => {
    expect(guessFormat('any', text)).toBe('markdown');
    expect(guessFormat('text-or-page', text)).toBe('text');
    expect(guessFormat('html', text)).toBe('html');
  });

  it.each([
    [''],
    [STORY],
    [`# ${STORY}`],
    ['---\n\nA line of three hyphens, and below it a story.\n\n---\n'],
    ['---\ntitle: a front matter that never ends'],
    ['* one\n* two\n'],
    ['2 ** 3 ** 4 and **kwargs'],
    [`${STORY} [1](see below)`],
    ['a < b and c > d'],
    ['<p'],
    ['<p>without an end'],
    ['<quoted@example.org> wrote: </p>'],
    ['<3 </3>'],
    [`Words before <p>${STORY}</p>`],
    ['<!-- a comment without an end'],
    ['<!doctype xml>'],
    ['<htmlx>'],
    ['{"id":'],
    ['<p '.repeat(20_000)],
    ['<!---->'.repeat(9_000)],
    ['**a'.repeat(20_000)],
    ['|'.repeat(60_000)],
    ['['.repeat(60_000)],
  ])('takes %.50s for text', (text) => {
    expect(guessFormat('any', text)).toBe('text');
  });
});
