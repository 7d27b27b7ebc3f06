import { describe, expect, it } from 'vitest';
import { nextPageAddress, samePath } from '@zicht-op/core/sources/further-pages.js';

describe('a next page', () => {
  const first = 'https://data.example/odata/Set?$top=10';

  it.each([
    ['https://data.example/odata/Set?$skip=10', true],
    ['https://data.example/OData/SET?$skip=10', true],
    ['https://data.example/odata/Set', true],
    ['https://data.example/odata/Set/', false],
    ['https://data.example/odata/Other?$skip=10', false],
    ['https://data.example/odata/Set/../Other', false],
    ['https://other.example/odata/Set', false],
    ['http://data.example/odata/Set', false],
    ['https://data.example:8443/odata/Set', false],
    ['https://u:p@data.example/odata/Set', false],
    ['nonsense', false],
  ])('%s is on the path of the first: %s', (next, same) => {
    expect(samePath(next, first)).toBe(same);
  });

  it('has no common path with anything where the address has no origin', () => {
    expect(samePath('data:a,b', 'data:a,b')).toBe(false);
  });

  it.each([
    ['?$skip=10', 'https://data.example/odata/Set?$skip=10'],
    ['Set?$skip=10#x', 'https://data.example/odata/Set?$skip=10'],
    ['http://data.example/odata/Set?$skip=10', 'https://data.example/odata/Set?$skip=10'],
    ['https://data.example/OData/Set?$skip=10', 'https://data.example/OData/Set?$skip=10'],
    ['Other?$skip=10', null],
    ['http://data.example:8080/odata/Set?$skip=10', null],
    ['https://evil.example/odata/Set', null],
    ['//evil.example/odata/Set', null],
    ['https://', null],
    ['javascript:alert(1)', null],
  ])('linked as %s is asked for at %s', (link, address) => {
    expect(nextPageAddress(link, first, first)).toBe(address);
  });
});
