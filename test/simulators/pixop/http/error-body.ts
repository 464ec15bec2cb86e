import { newUuid } from '../core/new-uuid.ts';
import { documentedCodes, type PixopError } from '../core/pixop-error.ts';
import type { PixopWorld } from '../core/world.ts';

/** `Error` */
export const errorBody = (error: PixopError, requestPath: string, { clock, random }: PixopWorld) => ({
  timestamp: new Date(clock.now()).toISOString(),
  requestId: newUuid(random),
  requestPath,
  errorCode: error.code,
  ...(documentedCodes.includes(error.code) ? { errorCodeEnum: error.code } : {}),
  message: error.message,
  statusCode: error.status,
  ...(error.problems.length > 0 ? { validationErrors: error.problems } : {}),
});
