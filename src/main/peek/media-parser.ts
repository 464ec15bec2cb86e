import { KIB } from '../../shared/units.ts';
import type { MediaFacts } from '../../shared/peek.ts';
import { factsOf } from './facts-of.ts';

/** Gives bytes of the object from a place on, at most as many as asked for; none ends the parsing with what is known. */
export type ReadBytes = (from: number, length: number) => Promise<Uint8Array>;

/** Reads the header facts of one object; null when it is no video or audio file that the parser knows. */
export type ParseMedia = (sizeBytes: number, read: ReadBytes) => Promise<MediaFacts | null>;

/** Bytes that the parser asks for at once: the header of a web video or of a camera's MXF fits into one. */
const CHUNK_BYTES = 256 * KIB;

/** A parser per object, since one cannot read two at a time; its code is loaded and compiled with the first. */
export function createMediaParser(wasmPath: string): ParseMedia {
  return async (sizeBytes, read) => {
    const { mediaInfoFactory } = await import('mediainfo.js');
    const parser = await mediaInfoFactory({
      format: 'object',
      chunkSize: CHUNK_BYTES,
      locateFile: () => wasmPath,
    });
    try {
      return factsOf(await parser.analyzeData(sizeBytes, (length, from) => read(from, length)));
    } finally {
      parser.close();
    }
  };
}
