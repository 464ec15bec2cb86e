import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** How a proxy treats who asks it for a way. */
export type ProxyMood =
  | 'open'
  | 'refuse'
  | 'want-sign-in'
  /** Closes the connection before it has answered. */
  | 'die-before'
  /** Opens the way, and closes it when the first bytes come. */
  | 'die-after';

/** A proxy on this machine, for tests. */
export interface ProxyServer {
  readonly url: string;
  mood: ProxyMood;
  /** Ways that were asked for, as `host:port`. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts a proxy that opens ways with CONNECT and does nothing else. */
export async function startProxy(mood: ProxyMood = 'open'): Promise<ProxyServer> {
  const asked: string[] = [];
  const open = new Set<Duplex>();
  const server = http.createServer((_, response) => {
    response.writeHead(405);
    response.end();
  });
  server.on('connect', (request, socket: Duplex) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    const target = request.url ?? '';
    asked.push(target);
    if (proxy.mood === 'die-before') return void socket.destroy();
    if (proxy.mood === 'refuse') return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    if (proxy.mood === 'want-sign-in')
      return void socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Negotiate\r\n\r\n',
      );
    const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(target) ?? [];
    const far = net.connect({ host, port: Number(port) }, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      if (proxy.mood === 'die-after') socket.once('data', () => socket.destroy());
      else far.pipe(socket).pipe(far);
    });
    open.add(far);
    far.on('error', () => socket.destroy());
    far.on('close', () => socket.destroy());
    socket.on('close', () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo;
  const proxy: ProxyServer = {
    url: `http://127.0.0.1:${port}`,
    mood,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of open) socket.destroy();
      }),
  };
  return proxy;
}
