import { parseArgs } from 'node:util';
import { startControlEndpoint } from './control-endpoint.ts';
import { archiveKeyspace, folderKeyspace, uuidKeyspace } from './generated-keys.ts';
import type { BucketOptions } from './model.ts';
import type { Keyspace } from './object-store.ts';
import { demoBucket, demoUsers } from './seed.ts';
import { startS3Server } from './server.ts';

/**
 * The simulator as a program: starts, prints one line of JSON that says where it is and who may use it, serves until it
 * is told to end. `--keys N` adds the buckets `archive`, `uuids` and `folder` of N generated keys each (`--shape`, once or
 * more, picks among them), `--prebuilt` makes their pages at start.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'control-port': { type: 'string', default: '0' },
    region: { type: 'string', default: 'eu-north-1' },
    keys: { type: 'string' },
    shape: { type: 'string', multiple: true, default: ['archive', 'uuids', 'folder'] },
    prebuilt: { type: 'boolean', default: false },
  },
});

const shapes = new Map<string, (keys: number) => Keyspace>([
  ['archive', archiveKeyspace],
  ['uuids', uuidKeyspace],
  ['folder', (keys) => folderKeyspace('one folder/', keys)],
]);

const buckets: BucketOptions[] = [demoBucket()];
if (values.keys !== undefined) {
  const keys = wholeNumber('keys', values.keys);
  for (const name of values.shape) {
    const make = shapes.get(name);
    if (make === undefined)
      throw new Error(`Expected --shape to be one of ${[...shapes.keys()].join(', ')}, got ${name}`);
    buckets.push({ name, objects: make(keys), prebuiltPages: values.prebuilt });
  }
}

const server = await startS3Server({
  buckets,
  users: Object.values(demoUsers),
  region: values.region,
  port: wholeNumber('port', values.port),
});
const endpoint = await startControlEndpoint(
  server.control,
  wholeNumber('control-port', values['control-port']),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all([server.close(), endpoint.close()]).then(() => process.exit(0));
  });
}

const { accessKeyId, secretAccessKey } = demoUsers.operator;
console.log(
  JSON.stringify({
    url: server.url,
    controlUrl: endpoint.url,
    region: values.region,
    buckets: buckets.map((bucket) => bucket.name),
    accessKeyId,
    secretAccessKey,
  }),
);

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`Expected --${name} to be a whole number, got ${text}`);
  return Number(text);
}
