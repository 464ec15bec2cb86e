import { parseArgs } from 'node:util';
import { demoBucket, demoUsers } from '../s3/seed.ts';
import { startS3Server } from '../s3/server.ts';
import { demoPerson, demoPixop } from './demo.ts';

/**
 * The simulator as a program: starts the demo platform over the S3 that `--s3-url` names, or over the embedded one when
 * it names none, prints one line of JSON that says where everything is, and serves until it is told to end.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    's3-url': { type: 'string' },
    region: { type: 'string', default: 'eu-north-1' },
    limit: { type: 'string', default: '600' },
    'copy-bytes-per-second': { type: 'string', default: '100000000' },
    'control-token': { type: 'string' },
  },
});

const embedded =
  values['s3-url'] === undefined
    ? await startS3Server({
        buckets: [demoBucket({ region: values.region })],
        users: Object.values(demoUsers),
        region: values.region,
      })
    : null;
const s3Url = values['s3-url'] ?? embedded?.url ?? '';
const controlToken = values['control-token'];
const pixop = await demoPixop({
  s3Url,
  port: wholeNumber('port', values.port),
  settings: {
    limitPerMinute: wholeNumber('limit', values.limit),
    copyBytesPerSecond: wholeNumber('copy-bytes-per-second', values['copy-bytes-per-second']),
  },
  ...(controlToken === undefined ? {} : { controlToken }),
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void Promise.all([pixop.close(), embedded?.close()]).then(() => process.exit(0));
  });
}

const { accessKeyId, secretAccessKey } = demoUsers.operator;
console.log(
  JSON.stringify({
    url: pixop.url,
    apiKey: demoPerson.apiKey,
    controlUrl: pixop.controlUrl,
    controlToken: pixop.controlToken,
    s3: { url: s3Url, region: values.region, accessKeyId, secretAccessKey },
  }),
);

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Error(`Expected --${name} to be a whole number, got ${text}`);
  return Number(text);
}
