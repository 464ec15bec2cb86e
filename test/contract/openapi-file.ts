import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

/** A part of the file that may stand for itself or point to another part. */
export type Node = Readonly<Record<string, unknown>>;

const fileSchema = z.looseObject({
  openapi: z.string().startsWith('3.1'),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.record(z.string(), z.unknown()),
});
/** Pixop's OpenAPI file. */
export type OpenApiFile = z.infer<typeof fileSchema>;

/** Where the file is looked for: it belongs to Pixop and is not part of the project. */
export const openApiPath: string =
  process.env['PIXOP_OPENAPI'] ?? resolve(import.meta.dirname, '../../../shared/pixop-api/openapi.json');

/** Reads the file, or tells that it is not there. */
export function readOpenApi(path = openApiPath): OpenApiFile | null {
  if (!existsSync(path)) return null;
  return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Whether a value is an object of the file. */
export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The part at a JSON pointer such as `#/components/headers/X`. */
function at(file: OpenApiFile, pointer: string): Node {
  let found: unknown = file;
  for (const escaped of pointer.replace(/^#\//, '').split('/')) {
    const name = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    found = Array.isArray(found) ? found[Number(name)] : isNode(found) ? found[name] : undefined;
  }
  if (!isNode(found)) throw new Error(`The file has no ${pointer}`);
  return found;
}

/** A part together with where it lies, references followed. */
export interface Placed {
  readonly pointer: string;
  readonly node: Node;
}

/** Follows references until something stands for itself. */
export function follow(file: OpenApiFile, pointer: string): Placed {
  const node = at(file, pointer);
  return typeof node['$ref'] === 'string' ? follow(file, node['$ref']) : { pointer, node };
}

/** The pointer of a child. */
export const below = (pointer: string, ...names: readonly (string | number)[]): string =>
  [pointer, ...names.map((name) => String(name).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
