import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { createMediaParser } from './media-parser.ts';
import { createParserHost } from './parser-host.ts';
import type { ToParser } from './parser-protocol.ts';

if (parentPort === null) throw new Error('This file runs as a worker thread only');
const port = parentPort;
const { wasmPath } = z.object({ wasmPath: z.string() }).parse(workerData);

const receive = createParserHost(createMediaParser(wasmPath), (message) => port.postMessage(message));
// Only this app's own main process has the other end of the port.
port.on('message', (message: ToParser) => receive(message));
