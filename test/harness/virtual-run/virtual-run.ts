import { createImportService, type ImportService } from '../../../src/main/imports/import-service.ts';
import type { LookAgain, PixopPort, RateReading } from '../../../src/main/imports/ports.ts';
import type { TeamFile } from '../../../src/main/imports/team-keeper.ts';
import type { QueueChange } from '../../../src/shared/imports.ts';
import type { Milliseconds } from '../../../src/shared/units.ts';
import { createReckoningCopier } from '../../simulators/pixop/core/copier.ts';
import { defaultSettings, type Settings } from '../../simulators/pixop/core/settings.ts';
import { createVirtualClock, type VirtualClock } from '../../simulators/pixop/core/virtual-clock.ts';
import { createWorldPort } from '../../simulators/pixop/core/world-port.ts';
import { PixopWorld } from '../../simulators/pixop/core/world.ts';
import { demoPerson, seedDemo } from '../../simulators/pixop/demo.ts';
import { countedPort, type Traffic } from './counted-port.ts';
import { createMemoryJournal, type MemoryJournal } from './memory-journal.ts';
import { seededRandom } from './seeded-random.ts';
import { timerClock } from './timer-clock.ts';

/** From call to answer on average, milliseconds; single calls take up to a third more or less. */
export const MEAN_LATENCY_MS: Milliseconds = 150;

/** How a run differs from others. */
export interface RunOptions {
  readonly seed: number;
  readonly settings: Partial<Settings>;
  /** How long the copy of an object takes, in milliseconds. */
  readonly copyMs: (objectKey: string) => number;
  /** Told when the bytes of an object are all there, in the clock's wall time. */
  readonly onCopied?: (objectKey: string, atMs: number) => void;
  readonly onChange?: (change: QueueChange) => void;
  /** What the bucket says of an object that was picked long ago. */
  readonly lookAgain?: LookAgain;
  /** Where a workstation keeps what it knows of the others. */
  readonly teamFile?: TeamFile;
  readonly onTeamImports?: () => void;
  /** What is made of Pixop's word about the budget before the product hears it: the mutants' place. */
  readonly distort?: (reading: RateReading) => RateReading;
}

/** The product's queue on a simulated platform, both in virtual time. */
export interface VirtualRun {
  readonly clock: VirtualClock;
  readonly world: PixopWorld;
  readonly journal: MemoryJournal;
  readonly service: ImportService;
  readonly traffic: Traffic;
}

/** A platform in virtual time and a port to it that counts. */
export function createPlatform(
  options: Omit<RunOptions, 'onChange'>,
  onRate: (reading: RateReading) => void,
) {
  const clock = createVirtualClock();
  const random = seededRandom(options.seed);
  const settings: Settings = {
    ...defaultSettings(),
    maxCopies: 100_000,
    isClipMade: false,
    ...options.settings,
  };
  const reckoning = createReckoningCopier(clock, settings);
  const world = new PixopWorld({
    clock,
    random,
    person: demoPerson,
    settings,
    copier: {
      start: (job, report) =>
        reckoning.start(job, {
          ...report,
          done(sha256) {
            options.onCopied?.(job.source.objectKey, clock.now());
            report.done(sha256);
          },
        }),
    },
  });
  seedDemo(world);
  return { clock, random, world, ...portTo({ world, random }, options, onRate) };
}

/** A port of one workstation to a platform, which counts. */
function portTo(
  { world, random }: { readonly world: PixopWorld; readonly random: () => number },
  options: Pick<RunOptions, 'copyMs'>,
  onRate: (reading: RateReading) => void,
) {
  return countedPort(
    createWorldPort(world, {
      apiKey: demoPerson.apiKey,
      latencyMs: () => MEAN_LATENCY_MS * (0.7 + 0.6 * random()),
      look: ({ request }) => ({
        sizeBytes: Math.round(
          (options.copyMs(request.objectKey) * world.settings.copyBytesPerSecond) / 1_000,
        ),
        contentType: 'video/mp4',
        modifiedMs: 0,
      }),
      onRate,
    }),
  );
}

/** Starts an empty queue on a platform of its own. */
export async function startVirtualRun(options: RunOptions): Promise<VirtualRun> {
  const { distort = (reading: RateReading) => reading } = options;
  const late: { service?: ImportService } = {};
  const { clock, world, port, traffic } = createPlatform(options, (reading) =>
    late.service?.observeRate(distort(reading)),
  );
  const journal = createMemoryJournal();
  const service = await startService({ clock, port, journal }, options);
  late.service = service;
  return { clock, world, journal, service, traffic };
}

/** Starts another workstation of the same team on the platform of a run, with a queue of its own. */
export async function joinVirtualRun(
  { clock, world }: Pick<VirtualRun, 'clock' | 'world'>,
  options: RunOptions,
): Promise<VirtualRun> {
  const late: { service?: ImportService } = {};
  const random = seededRandom(options.seed);
  const { port, traffic } = portTo({ world, random }, options, (reading) =>
    late.service?.observeRate(reading),
  );
  const journal = createMemoryJournal();
  const service = await startService({ clock, port, journal }, options);
  late.service = service;
  return { clock, world, journal, service, traffic };
}

function startService(
  on: { readonly clock: VirtualClock; readonly port: PixopPort; readonly journal: MemoryJournal },
  { lookAgain, teamFile, onTeamImports, onChange = () => undefined }: RunOptions,
): Promise<ImportService> {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return createImportService({
    environmentId: 'simulator',
    clock: timerClock(on.clock),
    log: silent,
    openJournal: on.journal.open,
    pixop: on.port,
    ...(lookAgain === undefined ? {} : { lookAgain }),
    ...(teamFile === undefined ? {} : { teamFile }),
    ...(onTeamImports === undefined ? {} : { onTeamImports }),
    reservePercent: 0,
    onBatchEnd: () => undefined,
    onChange,
  });
}

/** Queues imports of the demo location, each of an object with the given key. */
export async function enqueue(
  { world, service }: Pick<VirtualRun, 'world' | 'service'>,
  objectKeys: readonly string[],
): Promise<void> {
  const [location] = world.directory.locations;
  if (location === undefined) throw new Error('The demo account has no location');
  const { queued } = await service.enqueue({
    locationId: location.id,
    locationName: location.name,
    bucket: location.bucket,
    settings: {
      teamId: location.teamId,
      projectId: null,
      projectName: null,
      fullIngestion: true,
      nameTemplate: '{basename}',
      descriptionTemplate: '',
      importReference: true,
    },
    items: objectKeys.map((objectKey) => ({
      object: {
        objectKey,
        sizeBytes: 1_000_000_000,
        modifiedMs: 0,
        etag: objectKey,
        storageClass: 'STANDARD',
        notPickable: null,
      },
      name: objectKey,
      description: '',
      fileName: objectKey,
    })),
  });
  if (queued !== objectKeys.length) throw new Error(`${queued} of ${objectKeys.length} imports were queued`);
}
