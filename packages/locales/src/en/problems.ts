import type { Problem } from '@zicht-op/core/model/problem.js';
import { aboutFile, isOnDisk, lineOf } from '../file-name.js';
import type { ProblemText } from '../nl/problems.js';

const list = (items: readonly string[] = [], most = 12, total = items.length): string =>
  items.slice(0, most).join(', ') + (total > most ? `, … (${total} in all)` : '');

function table({ reason, path, items }: Problem): string | null {
  const headers = items?.length ? ` Columns: ${list(items)}.` : '';
  const line = `Line ${lineOf({ path })}`;
  switch (reason) {
    case 'no-such-column': {
      const joined = /[,;]\s*\w+=/.test(path) ? ' Part its terms with an &.' : '';
      return `Column '${path}' is not in the file.${headers} Check the attribute columns.${joined}`;
    }
    case 'no-region-column':
      return `No column with codes of areas was found.${headers} Name it with the attribute columns (region=…).`;
    case 'no-figures':
      return `No column with figures was found.${headers}`;
    case 'double-header':
      return `${line} names a column twice.${headers}`;
    case 'no-header':
      return `${line} does not look like a header. Put the names of the columns on the first line, parted by commas or semicolons.`;
    default:
      return null;
  }
}

export const problemText: ProblemText = (problem) => {
  const { count, path, items, status } = problem;
  switch (problem.code) {
    case 'network':
      return isOnDisk(problem)
        ? 'You opened the page from disk; a browser then gives no files. Use a web server.'
        : aboutFile(
            problem,
            'The address can not be reached. Check the address, the connection and whether the server allows this (CORS).',
          );
    case 'timeout':
      return aboutFile(problem, 'The server is too slow to answer. Try again later.');
    case 'http':
      return aboutFile(
        problem,
        `The server answers with ${status ?? 'an error'}. ${status === 404 ? 'Check the address.' : 'Try again later.'}`,
      );
    case 'too-large':
      return aboutFile(problem, 'The file is too large. Ask for a smaller part or raise max-size.');
    case 'not-json':
      return aboutFile(
        problem,
        'The answer is not valid JSON. Check that the address points to the data and not to a web page.',
      );
    case 'not-supported':
      return items?.[0] === 'layer'
        ? 'This layer is not read. Use GeoJSON, OGC API Features, WMS, WMTS or a template with {z}, {x} and {y}.'
        : aboutFile(problem, 'This form of data is not read. Use JSON-stat, CBS OData, SDMX-JSON or CSV.');
    case 'invalid-dataset':
      return (
        table(problem) ??
        `The data are not consistent${path ? ` (at ${path})` : ''}. Tell the publisher of the figures.`
      );
    case 'invalid-boundaries':
      if (items?.[0] === 'missing')
        return 'No boundaries were given for this level. Give their address with the attribute boundaries.';
      if (items?.[0] === 'not-allowed')
        return `The boundaries are at another address than this page or the data. Allow it with allow-origins="${items[1] ?? ''}".`;
      return `The boundaries are not valid${path ? ` (at ${path})` : ''}. Tell the publisher of the boundaries.`;
    case 'no-match':
      return `No code of the figures matches an area on the map. Check the level and the year of the boundaries.${items?.length ? ` Levels in the figures: ${list(items)}.` : ''}`;
    case 'no-such-indicator':
      return `There is no such indicator. Choose from: ${list(items)}.`;
    case 'no-such-period':
      return `There is no such period. Choose from: ${list(items)}.`;
    case 'withheld-number':
      return `${count === 1 ? 'One figure was' : `${count} figures were`} in the data although it may not be published. It was left out. Tell the publisher.`;
    case 'unmatched':
      return `${count} ${count === 1 ? 'code has' : 'codes have'} no partner between figures and boundaries: ${list(items, 5, count)}.`;
    case 'year-differs':
      return `The figures (${items?.[0] ?? '?'}) and the boundaries (${items?.[1] ?? '?'}) are of different years. Areas may have changed since.`;
    case 'bad-cell':
      return `${count === 1 ? 'One cell' : `${count} cells`} can not be read${path ? ` (the first at ${path})` : ''} and ${count === 1 ? 'counts' : 'count'} as unknown.`;
    case 'text-column':
      if (problem.reason === 'text-among-figures')
        return `Column ${items?.[0]} has text on line ${lineOf(problem)} and is no indicator therefore.${count > 1 ? ` Text among figures in these too: ${list(items?.slice(1))}.` : ''}`;
      return `${count === 1 ? 'A column of text is' : `${count} columns of text are`} no indicator: ${list(items)}.`;
  }
};
