import { z } from 'zod';

/** Which part of a long list a call asks for; the limit keeps each answer under what one message should carry. */
export const windowOf = {
  from: z.number().int().nonnegative(),
  count: z.number().int().min(1).max(1_000),
};
