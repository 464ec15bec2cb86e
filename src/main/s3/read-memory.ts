import type { OnReadOpts, Socket } from 'node:net';
import { KIB } from '../../shared/units.ts';

/** What the system hands over at a time, at most. */
const READ_BYTES = 64 * KIB;

/**
 * Makes all sockets of an agent read into the same memory. Left alone, every read allocates 64 KiB, which is what a long
 * listing spends most of its garbage collection on. What was read is passed on before the next read: Node's HTTP parser
 * copies what it hands over as the body of an answer (`exchange.test.ts` would notice one that does not).
 */
export function readIntoOneMemory(): { readonly onread: OnReadOpts } {
  return {
    onread: {
      buffer: Buffer.allocUnsafeSlow(READ_BYTES),
      callback(this: Socket, bytesRead: number, memory: Uint8Array): boolean {
        this.emit('data', memory.subarray(0, bytesRead));
        return true;
      },
    },
  };
}
