import type { BatchRow, JobError, JobRow, JobState } from '../../../src/shared/imports.ts';
import { GB, HOUR, MINUTE } from '../../../src/shared/units.ts';
import type { Scenario } from './scenarios.ts';

const NOW_MS = Date.UTC(2026, 10, 24, 9);

/** States that follow each other down the list, and how many rows each has of a hundred. */
type Mix = readonly (readonly [JobState, number])[];
interface Shape {
  readonly total: number;
  readonly batches: number;
  readonly mix: Mix;
}

const shapes: Readonly<Record<Exclude<Scenario['queue'], 'limit'>, Shape>> = {
  empty: { total: 0, batches: 0, mix: [] },
  'read-only': { total: 0, batches: 0, mix: [] },
  one: { total: 1, batches: 1, mix: [['copying', 100]] },
  running: {
    total: 240,
    batches: 3,
    mix: [
      ['done', 30],
      ['ingesting', 2],
      ['copying', 5],
      ['accepted', 3],
      ['sending', 1],
      ['planned', 59],
    ],
  },
  paused: {
    total: 240,
    batches: 2,
    mix: [
      ['done', 30],
      ['copying', 3],
      ['planned', 67],
    ],
  },
  large: {
    total: 30_000,
    batches: 12,
    mix: [
      ['done', 41],
      ['failed', 1],
      ['ingesting', 1],
      ['copying', 3],
      ['unknown', 1],
      ['planned', 53],
    ],
  },
  errors: {
    total: 400,
    batches: 3,
    mix: [
      ['done', 60],
      ['failed', 9],
      ['rejected', 6],
      ['copying', 5],
      ['planned', 20],
    ],
  },
  decision: {
    total: 60,
    batches: 1,
    mix: [
      ['done', 70],
      ['needs-decision', 5],
      ['unknown', 3],
      ['planned', 22],
    ],
  },
  done: {
    total: 120,
    batches: 2,
    mix: [
      ['done', 97],
      ['skipped', 2],
      ['abandoned', 1],
    ],
  },
};

const errors: Readonly<Partial<Record<JobState, readonly JobError[]>>> = {
  failed: [
    {
      code: 'CHECKSUM_MISMATCH',
      message: 'The copied object does not match its checksum.',
      requestId: '7f3d9a52c1e84b60',
      httpStatus: null,
    },
    { code: 'ACCESS_DENIED', message: 'Access Denied', requestId: '5b1c22aa90d14f0e', httpStatus: 403 },
  ],
  rejected: [
    { code: 'KEY_NOT_FOUND', message: 'No such key.', requestId: '0c9e8d7f6a5b4c3d', httpStatus: 404 },
  ],
};

const locations = ['Camera masters', 'Dailies from the Reykjavik unit, second camera', 'Archive scans'];
const projects = ['Nordlys season 1', null, 'Nordlys season 1, behind the scenes'];

function batchOf(index: number, total: number): BatchRow {
  return {
    batchId: `batch-${index}`,
    createdAtMs: NOW_MS - (20 - index) * HOUR,
    environmentId: 'production',
    locationId: 'aaaaaaaa',
    locationName: locations[index % locations.length] ?? '',
    bucket: 'nordlys-camera-masters',
    settings: {
      teamId: 'cccccccc',
      projectId: null,
      projectName: projects[index % projects.length] ?? null,
      fullIngestion: true,
      nameTemplate: '{basename}',
      descriptionTemplate: '',
      importReference: true,
    },
    total,
  };
}

function stateAt(share: number, mix: Mix): JobState {
  let sum = 0;
  for (const [state, percent] of mix) {
    sum += percent;
    if (share * 100 < sum) return state;
  }
  return mix.at(-1)?.[0] ?? 'planned';
}

function rowAt(index: number, { total, batches, mix }: Shape): JobRow {
  const state = stateAt(index / total, mix);
  const of = errors[state];
  const name = `Nordlys_S01E0${(index * 7) % 8}_${index % 9 === 0 ? 'establishing shot over the harbour at dawn_' : ''}take_${index}`;
  const isRunning = state === 'copying' || state === 'ingesting';
  return {
    jobId: `job-${index}`,
    batchId: `batch-${Math.floor((index / total) * batches)}`,
    position: index,
    objectKey: `deliveries/2026-11/day ${1 + (index % 12)}/${name}.mov`,
    name,
    sizeBytes: 2 * GB + ((index * 7_919) % 1_000) * 0.13 * GB,
    state,
    copyPercent: state === 'copying' ? (index * 37) % 100 : isRunning || state === 'done' ? 100 : 0,
    ingestPercent: state === 'ingesting' ? (index * 13) % 100 : state === 'done' ? 100 : 0,
    etaSeconds: isRunning ? 240 : null,
    videoId: state === 'planned' || state === 'rejected' ? null : '7f3d9a52-c1e8-4b60-9d2e-0a1b2c3d4e5f',
    error: of?.[index % of.length] ?? null,
    attempt: state === 'planned' ? 0 : 1,
    changedAtMs: NOW_MS - ((index * 31) % total) * MINUTE,
  };
}

/** A row with one of the given names, in what it says of itself and in what Pixop says of it. */
function renamed(row: JobRow, names: readonly string[]): JobRow {
  const name = names[row.position % names.length];
  if (name === undefined) return row;
  // A code that the app has no words for is shown with Pixop's own.
  const error = row.error && { ...row.error, code: 'NEVER_SEEN', message: `Not read: ${name}` };
  return { ...row, name, objectKey: `in/${name}.mov`, error };
}

/** The batches and rows of a scenario's queue. */
export function fakeQueueRows({ queue: kind, names }: Pick<Scenario, 'queue' | 'names'>): {
  readonly rows: readonly JobRow[];
  readonly batches: readonly BatchRow[];
} {
  const shape = shapes[kind === 'limit' ? 'running' : kind];
  return {
    rows: Array.from({ length: shape.total }, (_, index) => renamed(rowAt(index, shape), names)),
    batches: Array.from({ length: shape.batches }, (_, index) =>
      batchOf(index, Math.floor(shape.total / shape.batches)),
    ),
  };
}
