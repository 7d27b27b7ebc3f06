import type { Picture } from '@zicht-op/core/picture/picture.js';
import { toCsv } from '@zicht-op/core/view/export/csv.js';
import { toJsonStat } from '@zicht-op/core/view/export/json-stat.js';
import type { Row } from '@zicht-op/core/view/rows.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import type { FileFormat } from './data-element.js';
import { exportContext } from './export-context.js';

/** Rows as a CSV or JSON-stat file. Without a picture the file has no rows. Throws a TypeError for any other format. */
export function exportRows(
  format: FileFormat,
  rows: readonly Row[],
  picture: Picture | null,
  texts: CommonTexts,
): Blob {
  const context = exportContext(picture, texts);
  if (format === 'csv') return new Blob([toCsv(rows, context)], { type: 'text/csv;charset=utf-8' });
  if (format === 'json') return new Blob([JSON.stringify(toJsonStat(rows, context))], { type: 'application/json' });
  throw new TypeError(`this element makes no ${format} file`);
}
