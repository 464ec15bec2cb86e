import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { ListedServer } from './s3-process.ts';

/** Bytes at either end of a page in which its token stands. */
const EDGE_BYTES = 2_048;
const LAST_CHUNK = '\r\n0\r\n\r\n';
const EMPTY_SHA256 = createHash('sha256').digest('hex');

/** Lists over node:http and looks at nothing but the next page's token: the least that a client in Node costs. */
export const listOverHttp = (server: ListedServer): Promise<void> =>
  overHttp(server, Number.POSITIVE_INFINITY);

/** One page in the same way, over a connection of its own. */
export const onePageOverHttp = (server: ListedServer): Promise<void> => overHttp(server, 1);

async function overHttp(server: ListedServer, pages: number): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const signed = signer(server);
  let token: string | null = null;
  let left = pages;
  do {
    const { path, headers } = signed(token);
    const { hostname, port } = new URL(server.url);
    const outgoing = request({ hostname, port, path, headers, agent });
    outgoing.end();
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(incoming, 'end');
    if (incoming.statusCode !== 200) throw new Error(`The floor got ${incoming.statusCode}`);
    token = tokenOf(Buffer.concat(chunks));
    left -= 1;
  } while (token !== null && left > 0);
  agent.destroy();
}

/** The same over a bare socket: what the bytes themselves cost. */
export async function listOverSocket(server: ListedServer): Promise<void> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  await once(socket, 'connect');
  const signed = signer(server);
  let token: string | null = null;
  do {
    const { path, headers } = signed(token);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
    const chunks: Buffer[] = [];
    let isLast: ((piece: Buffer) => boolean) | null = null;
    do {
      const [chunk] = (await once(socket, 'data')) as [Buffer];
      isLast ??= endOf(chunk);
      chunks.push(chunk);
      if (isLast(chunk)) isLast = null;
    } while (isLast !== null);
    token = tokenOf(Buffer.concat(chunks));
  } while (token !== null);
  socket.destroy();
}

/** Tells of one piece after another whether it is an answer's last, as its head in the first piece says. */
function endOf(first: Buffer): (piece: Buffer) => boolean {
  const head = first.indexOf('\r\n\r\n');
  const lines = first.toString('latin1', 0, head);
  if (/transfer-encoding: chunked/i.test(lines)) {
    let tail = '';
    return (piece) => {
      tail = `${tail}${piece.toString('latin1', Math.max(0, piece.length - LAST_CHUNK.length))}`;
      tail = tail.slice(-LAST_CHUNK.length);
      return tail === LAST_CHUNK;
    };
  }
  const length = /content-length: (\d+)/i.exec(lines)?.[1];
  if (head < 0 || length === undefined) throw new Error('The floor got an answer without a length');
  let missing = head + 4 + Number(length);
  return ({ length: bytes }) => (missing -= bytes) <= 0;
}

function tokenOf(body: Buffer): string | null {
  const edges = [body.subarray(0, EDGE_BYTES), body.subarray(-EDGE_BYTES)].map((edge) =>
    edge.toString('latin1'),
  );
  if (edges[0]?.includes('<ListBucketResult') !== true) throw new Error('The floor got no listing');
  const token = /<NextContinuationToken>([^<]*)/.exec(edges.join(''))?.[1] ?? null;
  if (token === null && edges.some((edge) => edge.includes('<IsTruncated>true')))
    throw new Error('The floor got a page that goes on, and no token');
  return token;
}

/** Signs as briefly as it can be done, with the day's key made once. */
function signer({ url, region, bucket, accessKeyId, secretAccessKey }: ListedServer) {
  const { host } = new URL(url);
  const stamp = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = stamp.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const hmac = (key: string | Buffer, text: string): Buffer =>
    createHmac('sha256', key).update(text).digest();
  const key = ['s3', 'aws4_request'].reduce<Buffer>(hmac, hmac(hmac(`AWS4${secretAccessKey}`, day), region));
  return (token: string | null) => {
    const query = `${token === null ? '' : `continuation-token=${encodeURIComponent(token)}&`}list-type=2`;
    const names = 'host;x-amz-content-sha256;x-amz-date';
    const canonical = `GET\n/${bucket}\n${query}\nhost:${host}\nx-amz-content-sha256:${EMPTY_SHA256}\nx-amz-date:${stamp}\n\n${names}\n${EMPTY_SHA256}`;
    const hash = createHash('sha256').update(canonical).digest('hex');
    const signature = hmac(key, `AWS4-HMAC-SHA256\n${stamp}\n${scope}\n${hash}`).toString('hex');
    return {
      path: `/${bucket}?${query}`,
      headers: {
        host,
        'x-amz-content-sha256': EMPTY_SHA256,
        'x-amz-date': stamp,
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
      },
    };
  };
}
