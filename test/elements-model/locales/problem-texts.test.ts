import { parseCsv } from '@zicht-op/core/formats/csv.js';
import { problem } from '@zicht-op/core/model/problem.js';
import { common as en } from '@zicht-op/elements/locales/en/common.js';
import { common as nl } from '@zicht-op/elements/locales/nl/common.js';
import { describe, expect, it } from 'vitest';

const said = (text: string, columns = '') => nl.problem(parseCsv(text, { columns }).problems[0]);

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

  it('is said in English too', () =>
    expect(en.problem(problem('invalid-dataset', 'x', { reason: 'no-such-column', items: ['a'] }))).toBe(
      "Column 'x' is not in the file. Columns: a. Check the attribute columns.",
    ));
});
