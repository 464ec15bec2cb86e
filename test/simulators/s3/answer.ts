/** What an operation answers, before anything is written to the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Iterable<Uint8Array>;
  /** What `content-length` says; an answer to HEAD says it without sending the body. */
  readonly lengthBytes: number;
}

/** An answer of XML text, or of bytes already built. */
export function xmlAnswer(
  status: number,
  body: string | readonly Uint8Array[],
  headers: Answer['headers'] = {},
): Answer {
  const pieces = typeof body === 'string' ? [Buffer.from(body)] : body;
  return {
    status,
    headers: { 'content-type': 'application/xml', ...headers },
    body: pieces,
    lengthBytes: pieces.reduce((total, piece) => total + piece.byteLength, 0),
  };
}

/** An answer that is all headers. */
export function emptyAnswer(status: number, headers: Answer['headers'] = {}): Answer {
  return { status, headers, body: [], lengthBytes: 0 };
}
