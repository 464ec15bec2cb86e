import type { Outcome } from '../../../src/main/imports/outcome.ts';
import { videoId } from './cases.ts';

/** Something that a server's connection can do to an import call. */
export interface AwkwardMoment {
  readonly name: string;
  /** When the server acts: at the first byte, once the header has come, or the whole. */
  readonly at: 'first-byte' | 'header' | 'whole';
  /** What it writes first, piece by piece. */
  readonly writes: readonly string[];
  /** How it ends: politely, with a reset, or not at all, as a keep-alive server does. */
  readonly end: 'fin' | 'reset' | 'stay';
  readonly expected: Outcome['kind'];
}

const body = JSON.stringify({ videoId, upload: {} });
const head = (status: string, ...headers: readonly string[]): string =>
  [`HTTP/1.1 ${status}`, 'content-type: application/json', 'connection: keep-alive', ...headers, '', ''].join(
    '\r\n',
  );
const accepted = head('202 Accepted', `content-length: ${Buffer.byteLength(body)}`) + body;
const chunked = head('202 Accepted', 'transfer-encoding: chunked');
const chunk = `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n`;
const half = Math.floor(accepted.length - body.length / 2);

const lost = (name: string, at: AwkwardMoment['at'], ...writes: readonly string[]): AwkwardMoment[] => [
  { name: `${name}, then closes`, at, writes, end: 'fin', expected: 'unknown' },
  { name: `${name}, then resets`, at, writes, end: 'reset', expected: 'unknown' },
];
const told = (name: string, ...writes: readonly string[]): AwkwardMoment[] => [
  { name: `${name}, and closes`, at: 'whole', writes, end: 'fin', expected: 'accepted' },
  { name: `${name}, and stays`, at: 'whole', writes, end: 'stay', expected: 'accepted' },
];

/** The moments at which a connection breaks or an answer comes strangely, from the handshake to after the last byte. */
export const awkwardMoments: readonly AwkwardMoment[] = [
  ...lost('reads the first byte', 'first-byte'),
  ...lost('reads the header', 'header'),
  ...lost('reads everything and processes it', 'whole'),
  ...lost('answers half a status line', 'whole', 'HTTP/1.1 20'),
  ...lost('answers a status line', 'whole', 'HTTP/1.1 202 Accepted\r\n'),
  ...lost('answers a header', 'whole', head('202 Accepted', 'content-length: 60')),
  ...lost('answers half a body', 'whole', accepted.slice(0, half)),
  ...lost('promises more than it answers', 'whole', head('202 Accepted', 'content-length: 9999') + body),
  ...lost('answers half a chunk', 'whole', chunked + chunk.slice(0, 20)),
  ...lost('answers chunks without an end', 'whole', chunked + chunk),
  ...lost('says to go on', 'whole', 'HTTP/1.1 100 Continue\r\n\r\n'),
  ...lost('hints at what is to come', 'whole', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
  ...lost('asks to wait', 'whole', 'HTTP/1.1 102 Processing\r\n\r\n'),
  ...lost('answers something that is no HTTP', 'whole', 'SSH-2.0-OpenSSH_9.2\r\n'),
  ...lost('asks to try again at once', 'whole', head('408 Request Timeout', 'content-length: 0')),
  ...lost(
    'is unavailable for a moment',
    'whole',
    head('503 Service Unavailable', 'retry-after: 0', 'content-length: 0'),
  ),
  ...lost('was asked too early', 'whole', head('425 Too Early', 'content-length: 0')),
  ...lost('sends the request elsewhere', 'whole', head('421 Misdirected Request', 'content-length: 0')),
  ...told('answers at once', accepted),
  ...told('answers byte by byte', ...accepted.split('')),
  ...told('answers in chunks', chunked, chunk, '0\r\n\r\n'),
  ...told('says to go on before it answers', 'HTTP/1.1 100 Continue\r\n\r\n', accepted),
  ...told('answers twice', accepted, accepted),
  ...told('answers without saying how much, until the end', head('202 Accepted') + body).filter(
    ({ end }) => end === 'fin',
  ),
  {
    name: 'answers before the body has come',
    at: 'header',
    writes: [accepted],
    end: 'stay',
    expected: 'accepted',
  },
];
