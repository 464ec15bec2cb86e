import net from 'node:net';
import { judge } from '../../../src/main/imports/outcome.ts';
import { createPixopClient } from '../../../src/main/pixop/pixop-client.ts';
import type { AwkwardMoment } from './awkward-moments.ts';

/** What one moment came to. */
export interface MomentReport {
  readonly moment: AwkwardMoment;
  readonly kind: string;
  /** Connections that the client made for the one intent. */
  readonly connections: number;
  /** Whole requests that arrived, over whichever connection. */
  readonly deliveries: number;
  /** Whether all is as it has to be. */
  readonly isRight: boolean;
}

/** A second delivery would come at once, as Chromium's does; this is how long one is waited for, milliseconds. */
const AFTERMATH_MS = 15;

/** Plays a moment to the real client: a raw server, one intent, and a look at what arrived. */
export async function runMoment(moment: AwkwardMoment): Promise<MomentReport> {
  let connections = 0;
  let deliveries = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    let text = '';
    let hasActed = false;
    // A reset by the client is its right.
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1');
      const reached = reachedBy(text);
      const isWhole = reached === 'whole';
      if (isWhole) {
        deliveries += 1;
        text = '';
      }
      if (
        hasActed ||
        (moment.at === 'whole' && !isWhole) ||
        (moment.at === 'header' && reached === 'first-byte')
      )
        return;
      hasActed = true;
      act(socket, moment);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const client = createPixopClient({
    baseUrl: `http://127.0.0.1:${address.port}/api`,
    apiKey: async () => 'the-key-of-the-outcomes',
    onRate: () => undefined,
    onKeyRejected: () => undefined,
  });
  try {
    const body = { name: 'n', objectKey: 'a.mov', description: 'x'.repeat(400) };
    const request = { inputLocationId: 'l', teamId: 't', fullIngestion: false, body };
    const { kind } = judge(await client.submitImport(request, new AbortController().signal));
    await new Promise((resolve) => setTimeout(resolve, AFTERMATH_MS));
    // Who answers before the body has come may never read it.
    const isRight = kind === moment.expected && connections === 1 && deliveries <= 1;
    return { moment, kind, connections, deliveries, isRight };
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** How much of a request has come. */
function reachedBy(text: string): 'first-byte' | 'header' | 'whole' {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return 'first-byte';
  const length = Number(/content-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
  return text.length >= end + 4 + length ? 'whole' : 'header';
}

function act(socket: net.Socket, { writes, end }: AwkwardMoment): void {
  const finish = (): void => {
    if (end === 'reset') socket.resetAndDestroy();
    if (end === 'fin') socket.end();
  };
  let index = 0;
  const next = (): void => {
    const piece = writes[index++];
    if (piece === undefined) finish();
    else socket.write(piece, () => setImmediate(next));
  };
  socket.setNoDelay(true);
  next();
}
