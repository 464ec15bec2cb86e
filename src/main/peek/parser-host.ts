import type { ParseMedia } from './media-parser.ts';
import type { FromParser, ToParser } from './parser-protocol.ts';

/** Parses for the main process: one function for every object that is under way. */
export function createParserHost(
  parse: ParseMedia,
  post: (message: FromParser) => void,
): (message: ToParser) => void {
  const reading = new Map<number, (bytes: Uint8Array) => void>();

  const start = async (id: number, sizeBytes: number): Promise<void> => {
    try {
      const facts = await parse(sizeBytes, (from, length) => {
        post({ kind: 'read', id, from, length });
        return new Promise((given) => reading.set(id, given));
      });
      post({ kind: 'facts', id, facts });
    } catch (thrown) {
      post({ kind: 'failure', id, message: thrown instanceof Error ? thrown.message : String(thrown) });
    } finally {
      reading.delete(id);
    }
  };

  return (message) => {
    if (message.kind === 'parse') return void start(message.id, message.sizeBytes);
    reading.get(message.id)?.(message.bytes);
  };
}
