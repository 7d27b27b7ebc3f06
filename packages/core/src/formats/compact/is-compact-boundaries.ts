/** 0x89, `ZOB`: no text in any encoding begins like that. */
const MAGIC: readonly number[] = [0x89, 0x5a, 0x4f, 0x42];

/** True for what begins like compact boundaries, of whatever version. */
export const isCompactBoundaries = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte);
