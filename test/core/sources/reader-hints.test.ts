import { describe, expect, it } from 'vitest';
import { foreseeReader, typeOfAddress, typeOfContent } from '@zicht-op/core/sources/reader-hints.js';

describe('typeOfAddress', () => {
  it.each([
    ['https://a.example/figures.csv', 'csv'],
    ['https://a.example/figures.CSV?year=2024#top', 'csv'],
    ['https://a.example/figures.csv.gz', 'csv'],
    ['https://a.example/figures.json', null],
    ['https://a.example/figures', null],
    ['https://a.example/csv', null],
    ['https://a.example/figures.csvx', null],
    ['https://a.example/?file=figures.csv', null],
    ['https://a.example/#figures.csv', null],
    ['', null],
  ])('of %j is %j', (url, type) => expect(typeOfAddress(url)).toBe(type));
});

describe('typeOfContent', () => {
  it.each([
    ['text/csv', 'csv'],
    ['Text/CSV; charset=utf-8; header=present', 'csv'],
    ['application/vnd.sdmx.data+json;version=2.0.0', 'sdmx-json'],
    ['application/vnd.sdmx.data+json;version=1.0.0-wd', 'sdmx-json'],
    ['application/json;odata.metadata=minimal;odata.streaming=true', 'cbs-odata-v4'],
    ['application/json; charset=utf-8; odata.metadata=none', 'cbs-odata-v4'],
    ['application/json;odata=minimalmetadata;streaming=true;charset=utf-8', 'cbs-odata-v3'],
    ['application/vnd.sdmx.data+csv', null],
    ['application/vnd.sdmx.structure+xml', null],
    ['application/json', null],
    ['application/json; profile="odata=1"', null],
    ['text/html; charset=utf-8', null],
    ['text/csvx', null],
    ['', null],
  ])('of %j is %j', (contentType, type) => expect(typeOfContent(contentType)).toBe(type));
});

describe('foreseeReader', () => {
  it.each(['xml', '__proto__', 'constructor', 'hasOwnProperty'])(
    'takes the word %j for a type, which is no type, without an error: it is told when the document is read',
    async (forced) => {
      const heard = foreseeReader({ forced, src: 'https://a.example/', hasMetadata: true });
      heard('text/csv');
      // A rejection that nobody handles would fail this file.
      await new Promise((resolve) => setTimeout(resolve));
    },
  );
});
