import { common } from './common.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';

/** See `text.ts`. */
export const en = { common, errors, frame };
