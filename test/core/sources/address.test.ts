import { describe, expect, it } from 'vitest';
import {
  expandAddress,
  isAllowedAddress,
  resolveAddress,
  resolveAddresses,
  splitAddresses,
} from '@zicht-op/core/sources/address.js';

describe('an address with placeholders', () => {
  it.each([
    ['data.json', {}, 'data.json'],
    ['', {}, ''],
    ['{level}.json', { level: 'gemeente' }, 'gemeente.json'],
    ['{levels}.json', { level: 'gemeente' }, 'gemeenten.json'],
    ['{levels}.json', { level: 'gg' }, 'gg.json'],
    ['{levels}.json', { level: 'wijk', levels: 'districten' }, 'districten.json'],
    ['/{year}/{level}', { year: 2024, level: 'wijk' }, '/2024/wijk'],
    ['/{year}/{year}', { year: '2024' }, '/2024/2024'],
    ['?p={period}&w={within}', { period: '2024KW01', within: 'GM0363' }, '?p=2024KW01&w=GM0363'],
    ['{z}/{x}/{level}', { level: 'buurt' }, '{z}/{x}/buurt'],
  ])('%j with %j is %j', (template, values, address) => {
    expect(expandAddress(template, values)).toBe(address);
  });

  it.each([
    ['a space', 'a b', 'a%20b'],
    ['a way up', '../../secret', '..%2F..%2Fsecret'],
    ['a query', 'a?b=c&d#e', 'a%3Fb%3Dc%26d%23e'],
    ['a replacement pattern', '$&$1', '%24%26%241'],
    ['padding, as CBS has it', ' 2024JJ00 ', '2024JJ00'],
    ['letters outside ASCII', 'één', '%C3%A9%C3%A9n'],
    ['a percent sign', '%2e%2e', '%252e%252e'],
  ])('has %s percent-encoded', (_, period, encoded) => {
    expect(expandAddress('/x/{period}/y', { period })).toBe(`/x/${encoded}/y`);
  });

  it.each([
    ['an absent value', {}],
    ['null', { period: null }],
    ['an empty value', { period: '' }],
    ['spaces alone', { period: '  ' }],
    ['dots alone, as browsers climb with them', { period: '..' }],
    ['one dot', { period: '.' }],
    ['a lone surrogate', { period: '\ud800' }],
  ])('is nothing to fetch for %s', (_, values) => {
    expect(expandAddress('/x/{period}/y', values)).toBeNull();
  });

  it.each([
    'https://{within}/data',
    'https://{within}.example.org/',
    '//{within}/data',
    '{within}://example.org/',
    '{within}:x',
  ])('is nothing to fetch where a value would name the host: %s', (template) => {
    expect(expandAddress(template, { within: 'elders.example' })).toBeNull();
  });
});

describe('a relative address', () => {
  it.each([
    ['data.json', 'https://example.org/data.json'],
    ['../x?y#z', 'https://example.org/x?y#z'],
    ['//other.example/a', 'https://other.example/a'],
    ['https://other.example', 'https://other.example/'],
  ])('%s is resolved to %s', (address, absolute) => {
    expect(resolveAddress(address, 'https://example.org/page.html')).toBe(absolute);
  });

  it.each(['', '  ', 'https://', 'http://[', 'https://exa mple/'])('%j is none', (address) => {
    expect(resolveAddress(address, 'https://example.org/')).toBeNull();
  });

  it('in a list is resolved one by one; what cannot be read stays, to be reported', () => {
    expect(resolveAddresses(' a\n  https://x.example/b   https:// ', 'https://example.org/')).toBe(
      'https://example.org/a https://x.example/b https://',
    );
    expect(splitAddresses(null)).toEqual([]);
    expect(splitAddresses('  ')).toEqual([]);
  });
});

describe('an address that a document names', () => {
  const rules = {
    documentUrl: 'https://data.example/set/a.json',
    pageUrl: 'https://gemeente.example/page',
    allowOrigins: ['https://kaart.example', 'https://poort.example:8443/with/path', 'not an address'],
  };

  it.each([
    'https://data.example/elsewhere/b.json',
    'https://gemeente.example/',
    'https://kaart.example/x',
    'https://poort.example:8443/',
    'https://DATA.example:443/',
  ])('may be %s', (address) => {
    expect(isAllowedAddress(address, rules)).toBe(true);
  });

  it.each([
    '',
    'relative.json',
    'http://data.example/',
    'https://data.example:8443/',
    'https://sub.data.example/',
    'https://data.example.evil.example/',
    'https://kaart.example.evil.example/',
    'https://data.example@evil.example/',
    'https://user:word@data.example/',
    'https://poort.example/',
    'javascript:alert(1)',
    'data:application/json,{}',
    'blob:https://data.example/1',
    'file:///etc/passwd',
    'ftp://data.example/',
    'not an address',
  ])('may not be %j', (address) => {
    expect(isAllowedAddress(address, rules)).toBe(false);
  });

  it.each(['file:///home/page.html', 'data:text/html,x', 'null', ''])('is not opened up by a page at %j', (pageUrl) => {
    const opaque = { documentUrl: pageUrl, pageUrl, allowOrigins: [] };
    expect(isAllowedAddress('https://example.org/', opaque)).toBe(false);
    expect(isAllowedAddress('file:///etc/passwd', opaque)).toBe(false);
  });
});
