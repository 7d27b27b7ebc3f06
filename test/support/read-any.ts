import { parseCbsOdataV3 } from '@zicht-op/core/formats/cbs-odata-v3.js';
import { parseCbsOdataV4 } from '@zicht-op/core/formats/cbs-odata-v4.js';
import { parseCsv } from '@zicht-op/core/formats/csv.js';
import { detectFormat, type DatasetType } from '@zicht-op/core/formats/detect.js';
import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import { parseSdmxJson } from '@zicht-op/core/formats/sdmx-json.js';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import type { Result } from '@zicht-op/core/model/problem.js';

/** Reads a document as one format, whatever it is; CSV as text. */
export const readAs: Record<DatasetType, (input: unknown) => Result<Dataset>> = {
  'json-stat': parseJsonStat,
  'cbs-odata-v4': (input) => parseCbsOdataV4([input]),
  'cbs-odata-v3': (input) => parseCbsOdataV3([input]),
  'sdmx-json': parseSdmxJson,
  csv: (input) => parseCsv(String(input)),
};

/** Reads one body, found by its content. */
export function readAny(text: string): Result<Dataset> {
  const found = detectFormat(text);
  return found.ok ? readAs[found.value.type](found.value.type === 'csv' ? text : found.value.json) : found;
}
