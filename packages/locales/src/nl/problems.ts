import type { Problem } from '@zicht-op/core/model/problem.js';
import { aboutFile, isOnDisk, lineOf } from '../file-name.js';

const list = (items: readonly string[] = [], most = 12, total = items.length): string =>
  items.slice(0, most).join(', ') + (total > most ? `, … (${total} in totaal)` : '');

/** What is wrong with the header of a table, for those who wrote it or the attribute `columns`. */
function table({ reason, path, items }: Problem): string | null {
  const headers = items?.length ? ` Kolommen: ${list(items)}.` : '';
  const line = `Regel ${lineOf({ path })}`;
  switch (reason) {
    case 'no-such-column': {
      const joined = /[,;]\s*\w+=/.test(path) ? ' Scheid de delen ervan met een &.' : '';
      return `Kolom '${path}' staat niet in het bestand.${headers} Controleer het attribuut columns.${joined}`;
    }
    case 'no-region-column':
      return `Geen kolom met gebiedscodes gevonden.${headers} Wijs deze aan met het attribuut columns (region=…).`;
    case 'no-figures':
      return `Geen kolom met cijfers gevonden.${headers}`;
    case 'double-header':
      return `${line} noemt een kolom twee keer.${headers}`;
    case 'no-header':
      return `${line} lijkt geen kopregel. Zet de namen van de kolommen op de eerste regel, met een komma of puntkomma ertussen.`;
    default:
      return null;
  }
}

/** What any problem is called, in words a web editor understands, with what to do next. Never a value. */
const problems: Readonly<Record<Problem['code'], (problem: Problem) => string>> = {
  network: (problem) =>
    isOnDisk(problem)
      ? 'U opende de pagina van schijf; een browser geeft dan geen bestanden. Gebruik een webserver.'
      : aboutFile(
          problem,
          'Het adres is niet te bereiken. Controleer het adres, de verbinding en of de server dit (CORS) toestaat.',
        ),
  timeout: (problem) => aboutFile(problem, 'De server antwoordt te traag. Probeer het later opnieuw.'),
  http: (problem) =>
    aboutFile(
      problem,
      `De server antwoordt met ${problem.status ?? 'een fout'}. ${problem.status === 404 ? 'Controleer het adres.' : 'Probeer het later opnieuw.'}`,
    ),
  'too-large': (problem) =>
    aboutFile(problem, 'Het bestand is te groot. Vraag een kleiner deel op of verhoog max-size.'),
  'not-json': (problem) =>
    aboutFile(
      problem,
      'Het antwoord is geen geldige JSON. Controleer of het adres naar de gegevens wijst en niet naar een webpagina.',
    ),
  'not-supported': (problem) =>
    problem.items?.[0] === 'layer'
      ? 'Deze laag wordt niet gelezen. Gebruik GeoJSON, OGC API Features, WMS, WMTS of een sjabloon met {z}, {x} en {y}.'
      : aboutFile(
          problem,
          'De vorm van deze gegevens wordt niet gelezen. Gebruik JSON-stat, CBS OData, SDMX-JSON of CSV.',
        ),
  'invalid-dataset': (problem) =>
    table(problem) ??
    `De gegevens kloppen niet${problem.path ? ` (bij ${problem.path})` : ''}. Meld dit bij de uitgever van de cijfers.`,
  'invalid-boundaries': ({ path, items }) =>
    items?.[0] === 'missing'
      ? 'Er zijn geen grenzen opgegeven voor dit niveau. Geef het adres van de grenzen met het attribuut boundaries.'
      : items?.[0] === 'not-allowed'
        ? `De grenzen staan op een ander adres dan deze pagina of de gegevens. Sta het toe met allow-origins="${items[1] ?? ''}".`
        : `De grenzen kloppen niet${path ? ` (bij ${path})` : ''}. Meld dit bij de uitgever van de grenzen.`,
  'no-match': ({ items }) =>
    `Geen enkele code van de cijfers past bij een gebied op de kaart. Controleer het niveau en het jaar van de grenzen.${items?.length ? ` Niveaus in de cijfers: ${list(items)}.` : ''}`,
  'no-such-indicator': ({ items }) => `Deze indicator bestaat niet. Kies uit: ${list(items)}.`,
  'no-such-period': ({ items }) => `Deze periode bestaat niet. Kies uit: ${list(items)}.`,
  'withheld-number': ({ count }) =>
    `${count === 1 ? 'Eén cijfer stond' : `${count} cijfers stonden`} in de gegevens terwijl het niet gepubliceerd mag worden. Het is weggelaten. Meld dit bij de uitgever.`,
  unmatched: ({ count, items }) =>
    `${count} ${count === 1 ? 'code heeft' : 'codes hebben'} geen tegenhanger tussen cijfers en grenzen: ${list(items, 5, count)}.`,
  'year-differs': ({ items }) =>
    `De cijfers (${items?.[0] ?? '?'}) en de grenzen (${items?.[1] ?? '?'}) zijn van een ander jaar. Gebieden kunnen sindsdien veranderd zijn.`,
  'bad-cell': ({ count, path }) =>
    `${count === 1 ? 'Eén cel is' : `${count} cellen zijn`} niet te lezen${path ? ` (de eerste bij ${path})` : ''} en ${count === 1 ? 'telt' : 'tellen'} als onbekend.`,
  'text-column': ({ items = [], count, path, reason }) =>
    reason === 'text-among-figures'
      ? `Kolom ${items[0]} bevat tekst op regel ${lineOf({ path })} en is daarom geen indicator.${count > 1 ? ` Ook tekst tussen cijfers in: ${list(items.slice(1))}.` : ''}`
      : `${count === 1 ? 'Een kolom met tekst is' : `${count} kolommen met tekst zijn`} geen indicator: ${list(items)}.`,
};

/** The words for a problem. */
export type ProblemText = (problem: Problem) => string;

export const problemText: ProblemText = (problem) => problems[problem.code](problem);
