import { bufferContent, paddedMovie } from './content.ts';
import type { BucketOptions, StoredObject } from './model.ts';
import { readEverything, type S3User } from './policy.ts';
import { openSeedMedia, type SeedName } from './seed-media.ts';
import { seedTree } from './seed-tree.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const GIGABYTE = 1_000_000_000;

/** Clips of the one folder that is too long to read by eye. */
const LONG_FOLDER_CLIPS = 5_000;

/** What can be chosen about the demo bucket. */
export interface DemoOptions {
  readonly name?: string;
  readonly region?: string;
  /** What "now" is, epoch milliseconds: dates are told from it. Default: the machine's. */
  readonly nowMs?: number;
}

/**
 * The bucket of a small post house, with everything in it that operators meet: a hundred objects by hand, 5,000 in one folder,
 * archived, restored, empty, growing and enormous ones. Every size listed is the size served.
 */
export function demoBucket(options: DemoOptions = {}): BucketOptions {
  const nowMs = options.nowMs ?? Date.now();
  const media = openSeedMedia();
  const video = (key: string, name: SeedName, daysAgo: number): StoredObject => {
    const { content, contentType } = media(name);
    return { key, content, contentType, modifiedMs: nowMs - daysAgo * DAY_MS };
  };

  const tree = seedTree().map(([key, content, daysAgo]): StoredObject => {
    if (typeof content === 'string') return video(key, content, daysAgo);
    const bytes = Buffer.from(content.text, 'utf8');
    return {
      key,
      content: bufferContent(bytes),
      contentType: 'text/plain',
      modifiedMs: nowMs - daysAgo * DAY_MS,
    };
  });

  const longFolder: readonly SeedName[] = ['bars', 'aurora', 'webm', 'vertical'];
  const clips = Array.from({ length: LONG_FOLDER_CLIPS }, (_, index) => {
    const name = longFolder[index % longFolder.length] ?? 'bars';
    const extension = name === 'webm' ? 'webm' : 'mp4';
    return video(
      `rushes/B014/B014_C${String(index + 1).padStart(4, '0')}.${extension}`,
      name,
      60 - index / 200,
    );
  });

  const empty = bufferContent(Buffer.alloc(0));
  const special: readonly StoredObject[] = [
    {
      key: 'rushes/',
      content: empty,
      contentType: 'application/x-directory',
      modifiedMs: nowMs - 60 * DAY_MS,
    },
    { key: 'rushes/A002/A002_C010_1120.MOV', content: empty, modifiedMs: nowMs - 5 * DAY_MS },
    { ...video('archive/2004/Dokumentar/Isen master.mov', 'prores', 2_800), storageClass: 'DEEP_ARCHIVE' },
    {
      ...video('archive/2004/Dokumentar/Isen master restored.mov', 'prores', 2_800),
      storageClass: 'GLACIER',
      restore: { inProgress: false, expiresMs: nowMs + 5 * DAY_MS },
    },
    {
      ...video('archive/2004/Dokumentar/Isen trailer.mov', 'camera', 2_799),
      storageClass: 'GLACIER',
      restore: { inProgress: true },
    },
    { ...video('archive/2012/Vinter/Vinter_ep1.mxf', 'mxf', 2_000), storageClass: 'GLACIER_IR' },
    { ...video('archive/2012/Vinter/Vinter_ep2.mxf', 'mxf', 2_000), storageClass: 'STANDARD_IA' },
    // Written while the operator looks at it: the upload may not be the last word.
    video(
      'deliveries/2026-11/Nordlys Ep 06/Nordlys_S01E06_proxy_v2.mp4',
      'aurora',
      (1.5 * MINUTE_MS) / DAY_MS,
    ),
    // Over and just under Pixop's limit for one object.
    {
      ...video('deliveries/2026-11/Feature/Isen 8K HDR master.mov', 'aurora', 2),
      content: paddedMovie(media('aurora').bytes, 640 * GIGABYTE),
    },
    {
      ...video('deliveries/2026-11/Feature/Isen 4K HDR master.mov', 'hevc', 2),
      content: paddedMovie(media('hevc').bytes, 498 * GIGABYTE),
    },
  ];

  return {
    name: options.name ?? 'nordlys-media',
    ...(options.region === undefined ? {} : { region: options.region }),
    objects: [...tree, ...clips, ...special],
  };
}

/** The people of the post house; made-up credentials that open nothing but the simulator. */
export const demoUsers = {
  /** May list and read everything. */
  operator: {
    name: 'operator',
    accessKeyId: 'AKIADEMOOPERATOR0001',
    secretAccessKey: 'demo-operator-secret-opens-only-the-simulator',
    grants: readEverything,
  },
  /** May work in the deliveries only, and see nothing of the rest. */
  deliveries: {
    name: 'deliveries',
    accessKeyId: 'AKIADEMODELIVERIES01',
    secretAccessKey: 'demo-deliveries-secret-opens-only-the-simulator',
    grants: [
      { actions: ['s3:GetBucketLocation'] },
      { actions: ['s3:ListBucket', 's3:GetObject'], prefixes: ['deliveries/'] },
    ],
  },
  /** Signed in for some hours, as with single sign-on. */
  guest: {
    name: 'guest',
    accessKeyId: 'ASIADEMOGUEST0000001',
    secretAccessKey: 'demo-guest-secret-opens-only-the-simulator',
    sessionToken: 'demo-guest-session-token',
    grants: readEverything,
  },
  /** A valid key that nobody has given any permission. */
  nobody: {
    name: 'nobody',
    accessKeyId: 'AKIADEMONOBODY000001',
    secretAccessKey: 'demo-nobody-secret-opens-only-the-simulator',
    grants: [],
  },
} as const satisfies Readonly<Record<string, S3User>>;
