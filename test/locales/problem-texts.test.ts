import { parseCsv } from '@zicht-op/core/formats/csv.js';
import { problem } from '@zicht-op/core/model/problem.js';
import { describe, expect, it } from 'vitest';
import { problemText as en } from '@zicht-op/locales/en/problems.js';
import { fileName } from '@zicht-op/locales/file-name.js';
import { common } from '@zicht-op/locales/nl/common.js';
import { problemText as nl } from '@zicht-op/locales/nl/problems.js';

const said = (text: string, columns = '') => nl(parseCsv(text, { columns }).problems[0]);

describe('what is said of a table', () => {
  it('names the column that is not there, those that are, and the attribute', () =>
    expect(said('gemeentecode,naam,a\nGM0001,Een,1', 'region=Gemeente code')).toBe(
      "Kolom 'Gemeente code' staat niet in het bestand. Kolommen: gemeentecode, naam, a. Controleer het attribuut columns.",
    ));

  it('says how parts of the attribute are separated', () =>
    expect(said('code,naam\nGM0001,1', 'region=code,name=naam')).toContain('met een &'));

  it('lists the headers where none has codes', () =>
    expect(said('plaats,a\nOns dorp,1')).toContain('Geen kolom met gebiedscodes gevonden. Kolommen: plaats, a.'));

  it('names the line that is no header', () => {
    expect(said('GM0001,12\nGM0002,13')).toContain('Regel 1 lijkt geen kopregel');
    expect(said('Ons dorp,1234\nAndere stad,5')).not.toContain('1234');
  });

  it('names the line where a column of figures has text', () => {
    const { problems } = parseCsv('code,b,a\nGM0001,1,1\nGM0002,1,2\nGM0003,1,tekst\nGM0004,1,3');
    expect(problems.map(nl)).toEqual(['Kolom a bevat tekst op regel 4 en is daarom geen indicator.']);
    expect(problems.map(en)).toEqual(['Column a has text on line 4 and is no indicator therefore.']);
  });

  it('is said in English too', () =>
    expect(en(problem('invalid-dataset', 'x', { reason: 'no-such-column', items: ['a'] }))).toBe(
      "Column 'x' is not in the file. Columns: a. Check the attribute columns.",
    ));
});

describe('what is said of a file', () => {
  it('names it and the status', () =>
    expect(nl(problem('http', '', { url: 'https://example.org/data/kop.csv?sleutel=1#a', status: 404 }))).toBe(
      'kop.csv: de server antwoordt met 404. Controleer het adres.',
    ));

  it.each(['http', 'network', 'timeout', 'not-json', 'too-large', 'not-supported'] as const)(
    'names it for %s',
    (code) => {
      const found = problem(code, '', { url: 'https://example.org/data/grenzen%20nieuw.json?a=/b.csv' });
      expect(nl(found)).toMatch(/^grenzen nieuw\.json: (het|de) /);
      expect(en(found)).toMatch(/^grenzen nieuw\.json: (the|this) /);
    },
  );

  it.each([
    ['no address', undefined, ''],
    ['an address that can not be read', 'https://', ''],
    ['data in the address', 'data:text/csv,code', ''],
    ['a folder', 'https://example.org/data/', 'data'],
    ['a host alone', 'https://example.org', 'example.org'],
    ['a name that is not well encoded', 'https://example.org/%E0%A4%A.csv', '%E0%A4%A.csv'],
    ['a name without end', `https://example.org/${'a'.repeat(500)}`, `${'a'.repeat(60)}…`],
  ])('is, for %s, no more than is known', (_, url, name) => expect(fileName({ url })).toBe(name));

  it('says what is the matter with a page opened from disk', () =>
    expect(nl(problem('network', '', { url: 'file:///C:/site/kop.csv' }))).toBe(
      'U opende de pagina van schijf; een browser geeft dan geen bestanden. Gebruik een webserver.',
    ));

  it('names the attribute where none is given', () =>
    expect(common.idle).toBe('Er is nog geen adres van gegevens opgegeven (attribuut src).'));
});
