import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './answer.ts';
import type { LoggedRequest } from './request-log.ts';

/** Writes an answer, never faster than the client reads it, and notes the bytes it took. */
export async function send(response: ServerResponse, answer: Answer, entry: LoggedRequest): Promise<void> {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.lengthBytes });
  entry.status = answer.status;
  if (Array.isArray(answer.body)) {
    response.cork();
    for (const piece of answer.body) {
      entry.bytesServed += piece.byteLength;
      response.write(piece);
    }
    response.uncork();
    response.end();
    return;
  }
  try {
    await pipeline(
      Readable.from(counted(answer.body, entry), { objectMode: false, highWaterMark: 65_536 }),
      response,
    );
  } catch (error) {
    // A client that has seen enough hangs up in the middle: that is its right, and often the point of the test.
    if (!response.destroyed) throw error;
  }
}

/** Writes the beginning of an answer and then breaks the connection off. */
export async function sendHalf(
  response: ServerResponse,
  answer: Answer,
  entry: LoggedRequest,
): Promise<void> {
  const half = firstHalf(answer);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.lengthBytes });
  entry.status = answer.status;
  entry.bytesServed = half.lengthBytes;
  for (const piece of half.body) response.write(piece);
  await new Promise<void>((resolve) => {
    response.write('', () => resolve());
  });
  response.destroy();
}

/** The same answer with half the body, and a length that says so. */
export function firstHalf(answer: Answer): Answer {
  const lengthBytes = Math.floor(answer.lengthBytes / 2);
  return { ...answer, lengthBytes, body: firstBytes(answer.body, lengthBytes) };
}

function* firstBytes(body: Iterable<Uint8Array>, lengthBytes: number): Generator<Uint8Array, void> {
  let left = lengthBytes;
  for (const piece of body) {
    if (left === 0) return;
    yield piece.subarray(0, left);
    left -= Math.min(left, piece.byteLength);
  }
}

function* counted(body: Iterable<Uint8Array>, entry: LoggedRequest): Generator<Uint8Array, void> {
  for (const piece of body) {
    entry.bytesServed += piece.byteLength;
    yield piece;
  }
}
