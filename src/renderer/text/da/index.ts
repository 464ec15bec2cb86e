import { common } from './common.ts';
import { errors } from './errors.ts';

/** See `text.ts`. */
export const da = { common, errors };
