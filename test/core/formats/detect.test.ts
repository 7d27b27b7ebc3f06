import { detectFormat, typeOfJson } from '@zicht-op/core/formats/detect.js';
import { describe, expect, it } from 'vitest';
import { told } from '../../support/observe.js';

const detect = (text: string): string => {
  const result = detectFormat(text);
  return result.ok ? result.value.type : told(result).join();
};

describe('detectFormat', () => {
  it.each([
    ['', 'nothing'],
    [' \n\t ', 'white space'],
    ['\ufeff', 'a byte order mark alone'],
    ['<!doctype html><title>Storing</title>', 'a web page'],
    ['  <?xml version="1.0"?><error/>', 'XML'],
    ['{"value": [1, 2', 'JSON cut off'],
    ['[', 'an opening bracket'],
    ['{code,naam\n', 'a brace that opens no JSON'],
    ['{} {}', 'two documents'],
  ])('refuses %j as not-json: %s', (text) => expect(detect(text)).toBe('not-json '));

  it.each([
    ['{}', 'an empty object'],
    ['[]', 'an array'],
    ['[{"GM0363": 1}]', 'rows without an envelope'],
    ['{"type":"FeatureCollection","features":[]}', 'GeoJSON'],
    ['{"type":"Topology","objects":{},"arcs":[]}', 'TopoJSON'],
    ['{"status":404,"title":"Not Found"}', 'a problem document'],
    ['{"value":[]}', 'an answer without anything in it'],
    ['{"value":[null]}', 'a row that is none'],
    ['{"dataSets":{}}', 'data sets that are no list'],
    ['null', 'null'],
    ['"code;naam"'.replace(';', ' '), 'a text'],
    ['404 page not found', 'a bare message'],
  ])('refuses %j as not-supported: %s', (text) => expect(detect(text)).toBe('not-supported '));

  it.each([
    ['{"class":"dataset","version":"2.0"}', 'json-stat'],
    ['{"class":"collection"}', 'json-stat'],
    ['{"id":[],"dimension":{},"value":[]}', 'json-stat'],
    ['{"nama_gdp_c":{"dimension":{"id":[]},"value":[]}}', 'json-stat'],
    ['{"@odata.context":"x#Observations","value":[]}', 'cbs-odata-v4'],
    ['{"value":[{"Measure":"M1","Value":1}]}', 'cbs-odata-v4'],
    ['{"odata.metadata":"x#TypedDataSet","value":[]}', 'cbs-odata-v3'],
    ['{"value":[{"RegioS":"GM0363","Aantal_1":"  3"}]}', 'cbs-odata-v3'],
    ['{"dataSets":[],"structure":{}}', 'sdmx-json'],
    ['{"meta":{},"data":{"dataSets":[],"structures":[]}}', 'sdmx-json'],
    ['\ufeff {"class":"dataset"}', 'json-stat'],
    ['code;naam\nGM0363;Amsterdam', 'csv'],
    ['\ufeffcode,inwoners', 'csv'],
    ['\r\n\r\n"code","naam"', 'csv'],
  ])('finds in %j the format %s', (text, type) => expect(detect(text)).toBe(type));

  it('hands the parsed document on, so that nobody parses it again', () => {
    const result = detectFormat('{"class":"dataset","x":1}');
    expect(result.ok && result.value.json).toEqual({ class: 'dataset', x: 1 });
  });

  it('answers at once for megabytes of blanks before a line', () => {
    expect(detect(`${' '.repeat(4_000_000)}\n${' '.repeat(4_000_000)}geen kolommen`)).toBe('not-supported ');
  });

  it('is not led by keys of a prototype', () => {
    expect(typeOfJson(JSON.parse('{"__proto__":{"class":"dataset"}}'))).toBeNull();
    expect(typeOfJson(Object.create({ class: 'dataset' }))).toBeNull();
  });
});
