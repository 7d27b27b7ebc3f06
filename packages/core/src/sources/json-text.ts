import { failure, success, type Result } from '../model/problem.js';

/** The JSON value of a text; `not-json` for an empty text and for what doesn't parse. */
export function parseJson(text: string): Result<unknown> {
  try {
    return success(JSON.parse(text) as unknown);
  } catch {
    return failure('not-json');
  }
}
