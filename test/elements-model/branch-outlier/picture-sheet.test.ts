import { describe, expect, it } from 'vitest';
import {
  escapeXml,
  sheetToSvg,
  wrapText,
  type Sheet,
} from '../../../packages/elements/src/branch-outlier/picture-sheet.js';

const text = (value: string): Sheet['items'][number] => {
  return { shape: 'text', x: 1, y: 2, text: value, fill: '#000', size: 13, bold: false, anchor: 'start', rotate: 0 };
};

describe('sheetToSvg', () => {
  it('keeps markup in a name as text', () => {
    const svg = sheetToSvg({
      width: 10,
      height: 10,
      title: '</title><script>',
      items: [text('<img onerror="x"> & co')],
    });
    expect(svg).not.toMatch(/<script|<img/);
    expect(svg).toContain('&lt;img onerror=&quot;x&quot;&gt; &amp; co');
  });

  it('asks for nothing from elsewhere', () => {
    const svg = sheetToSvg({ width: 10, height: 10, title: '', items: [text('x')] });
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|href|<style|@import/);
  });
});

describe('escapeXml', () => {
  it.each([
    ['a\u0000b\u0008c', 'abc'],
    ['tab\tand\nline', 'tab\tand\nline'],
    ['half \ud800 a pair', 'half  a pair'],
    ['other \udc00 half', 'other  half'],
    ['whole 😀 pair', 'whole 😀 pair'],
  ])('%j becomes %j', (input, expected) => {
    expect(escapeXml(input)).toBe(expected);
  });
});

describe('wrapText', () => {
  it.each([
    ['', 10, []],
    ['   ', 10, []],
    ['one', 10, ['one']],
    ['one two three', 7, ['one two', 'three']],
    ['averylongword in between', 5, ['averylongword', 'in', 'between']],
  ])('%j in lines of %i', (input, length, expected) => {
    expect(wrapText(input, length)).toEqual(expected);
  });
});
