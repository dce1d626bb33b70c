import type { paths as Described } from './schema.js';

/** The operations of the described API by their path below /api/v1. */
export type paths = {
  [Path in keyof Described as Path extends `/api/v1${infer Below}` ? Below : never]: Described[Path];
};
