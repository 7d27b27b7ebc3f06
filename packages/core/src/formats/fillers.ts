/**
 * True for codes that stand for no place: Belgium (`GM0998`, at Baarle), abroad (`GM9999`), with their districts, and
 * the neighbourhoods numbered 9997 and 9998, which are water. Source: CBS, notes to the Wijk- en buurtkaart.
 */
export const isFiller = (code: string): boolean =>
  /^(?:(?:GM|WK|BU)(?:0998|9999)[0-9A-Z]*|BU[0-9A-Z]{4}999[78])$/.test(code);
