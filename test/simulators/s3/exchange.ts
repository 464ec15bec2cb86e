import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { emptyAnswer, type Answer } from './answer.ts';
import { strikes } from './faults.ts';
import type { LoggedRequest } from './request-log.ts';
import { operationOf, perform } from './router.ts';
import { errorAnswer, S3Error } from './s3-error.ts';
import { firstHalf, send, sendHalf } from './send.ts';
import { readRequest } from './wire-request.ts';
import type { World } from './world.ts';

/** Largest object a client may put, bytes: tests change small objects. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

const PORTAL =
  '<!DOCTYPE html><html><head><title>Welcome to Hotel Wi-Fi</title></head><body>Please accept our terms.</body></html>';

/** Makes the function that takes one request from arrival to the last byte of its answer, faults included. */
export function createExchange(
  world: World,
  newRequestId: () => string,
): (message: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { faults, log } = world;

  return async function exchange(message, response) {
    const entry = log.begin();
    const gone = new AbortController();
    // Also when the server closes: that ends every connection.
    response.once('close', () => gone.abort());
    const { signal } = gone;
    const requestId = newRequestId();
    try {
      // Node writes the machine's time by itself; a client that corrects its clock must see this server's.
      response.setHeader('date', new Date(world.now()).toUTCString());
      response.setHeader('x-amz-request-id', requestId);
      response.setHeader('server', 'AmazonS3');
      await wait(faults.requestDelayMs, signal);
      if (strikes(faults, 'hangNext')) await untilAborted(signal);
      if (strikes(faults, 'resetNext')) {
        message.socket.resetAndDestroy();
        return;
      }
      const body = await readBody(message);
      const answer = answerTo(message, body, entry, requestId);
      if (entry.operation === 'ListObjectsV2') await wait(faults.pageDelayMs, signal);
      await deliver(response, message.method === 'HEAD' ? { ...answer, body: [] } : answer, entry);
    } catch (error) {
      if (signal.aborted) return;
      console.error(error);
      response.destroy();
    } finally {
      log.end(entry);
    }
  };

  function answerTo(
    message: IncomingMessage,
    body: Uint8Array,
    entry: LoggedRequest,
    requestId: string,
  ): Answer {
    if (faults.captivePortal) return portalAnswer();
    try {
      const request = readRequest(message);
      Object.assign(entry, {
        bucket: request.bucket,
        key: request.key,
        query: Object.fromEntries(request.query),
        range: request.headers['range'] ?? null,
      });
      entry.operation = operationOf(request);
      throwIfStruck();
      return perform(world, request, entry.operation, body);
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      entry.errorCode = error.code;
      return errorAnswer(error, requestId);
    }
  }

  function throwIfStruck(): void {
    if (
      strikes(faults, 'slowDownNext') ||
      (faults.slowDownRate > 0 && world.random() < faults.slowDownRate)
    ) {
      throw new S3Error(503, 'SlowDown', 'Please reduce your request rate.');
    }
    if (strikes(faults, 'internalErrorNext')) {
      throw new S3Error(500, 'InternalError', 'We encountered an internal error. Please try again.');
    }
  }

  function deliver(response: ServerResponse, answer: Answer, entry: LoggedRequest): Promise<void> {
    const hasBody = answer.lengthBytes > 0 && response.req.method !== 'HEAD';
    if (hasBody && strikes(faults, 'cutConnectionNext')) return sendHalf(response, answer, entry);
    return send(response, hasBody && strikes(faults, 'cutBodyNext') ? firstHalf(answer) : answer, entry);
  }
}

function portalAnswer(): Answer {
  const body = Buffer.from(PORTAL);
  return { ...emptyAnswer(200, { 'content-type': 'text/html' }), body: [body], lengthBytes: body.byteLength };
}

async function readBody(message: IncomingMessage): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of message) {
    const part: unknown = piece;
    if (!Buffer.isBuffer(part)) throw new TypeError('Expected a body of bytes');
    bytes += part.byteLength;
    if (bytes > MAX_BODY_BYTES) throw new RangeError(`A body of more than ${MAX_BODY_BYTES} bytes`);
    pieces.push(part);
  }
  return Buffer.concat(pieces);
}

async function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  if (delayMs > 0) await delay(delayMs, undefined, { signal });
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
