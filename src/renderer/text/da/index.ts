import { common } from './common.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { queue } from './queue.ts';

/** See `text.ts`. */
export const da = { common, errors, frame, queue };
