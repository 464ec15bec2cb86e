import { common } from './common.ts';

/** See `text.ts`. */
export const da = { common };
