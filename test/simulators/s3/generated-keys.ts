import { sparseContent } from './content.ts';
import type { StoredObject } from './model.ts';
import type { Keyspace } from './object-store.ts';

/** Clips in a project, days in a project: fixed, so that the n-th key is arithmetic and keys come out in order. */
const CLIPS_PER_PROJECT = 5_000;
const CLIPS_PER_DAY = 200;
const PROJECTS_PER_YEAR = 20;
const FIRST_YEAR = 2_015;
/** Years must keep four digits for the keys to stay in order: the most clips an archive can have. */
const MAX_ARCHIVE_CLIPS = (10_000 - FIRST_YEAR) * PROJECTS_PER_YEAR * CLIPS_PER_PROJECT;

/** A post house's archive of any size: year, project, day, clip; no key is stored. */
export function archiveKeyspace(count: number): Keyspace {
  if (count > MAX_ARCHIVE_CLIPS)
    throw new RangeError(`Expected at most ${MAX_ARCHIVE_CLIPS} keys, got ${count}`);
  return generatedKeyspace(count, (index) => {
    const project = Math.floor(index / CLIPS_PER_PROJECT);
    const day = Math.floor((index % CLIPS_PER_PROJECT) / CLIPS_PER_DAY);
    const year = FIRST_YEAR + Math.floor(project / PROJECTS_PER_YEAR);
    const clip = `CAM_${'ABCD'.charAt(index % 4)}_master take ${index % 10}`;
    return `archive/${year}/project-${pad(project, 6)}/day-${pad(day, 2)}/${pad(index, 9)}_${clip}.mov`;
  });
}

/** Keys without folders or common beginnings: one random UUID from each of `count` equal slices, hence in order without sorting. */
export function uuidKeyspace(count: number): Keyspace {
  const slice = 2 ** 48 / count;
  return generatedKeyspace(count, (index) => {
    const high = Math.floor((index + (mix(index) / 2 ** 32) * 0.999) * slice);
    const head = high.toString(16).padStart(12, '0');
    const tail = `${hex(mix(index + 0x51ed))}${hex(mix(index + 0xa11c))}`;
    return `${head.slice(0, 8)}-${head.slice(8)}-4${tail.slice(0, 3)}-a${tail.slice(3, 6)}-${tail.slice(6, 14)}${hex(mix(index)).slice(0, 4)}.mp4`;
  });
}

/** Most clips of one folder: the digits of a clip's number. */
const MAX_FOLDER_CLIPS = 99_999_999;

/** One folder with nothing but clips in it, `prefix` included in every key. */
export function folderKeyspace(prefix: string, count: number): Keyspace {
  if (count > MAX_FOLDER_CLIPS)
    throw new RangeError(`Expected at most ${MAX_FOLDER_CLIPS} keys, got ${count}`);
  return generatedKeyspace(count, (index) => `${prefix}C${pad(index + 1, 8)}.MOV`);
}

const HUGE_FOLDERS = 4;

/** Four folders of one size and full of clips. */
export function hugeFoldersKeyspace(count: number): Keyspace {
  const each = Math.max(1, Math.ceil(count / HUGE_FOLDERS));
  return generatedKeyspace(count, (index) => {
    const folder = 'ABCD'.charAt(Math.floor(index / each));
    return `camera ${folder}/C${pad((index % each) + 1, 8)}.MOV`;
  });
}

const CLIPS_PER_JOB = 10;

/** A folder for every ten clips: far more folders than pages. */
export function tinyFoldersKeyspace(count: number): Keyspace {
  return generatedKeyspace(count, (index) => {
    const job = Math.floor(index / CLIPS_PER_JOB);
    return `jobs/job-${pad(job, 7)}/${pad(index % CLIPS_PER_JOB, 2)}_take.mov`;
  });
}

const IN_ONE_FOLDER = 0.9;

/** Nine tenths in one folder, and behind it a folder for each of the others. */
export function unevenKeyspace(count: number): Keyspace {
  const inOne = Math.ceil(count * IN_ONE_FOLDER);
  return generatedKeyspace(count, (index) =>
    index < inOne ? `all/C${pad(index, 8)}.MOV` : `single-${pad(index - inOne, 7)}/master.mov`,
  );
}

/** Objects over a rule for keys: sizes up to 47 GB, dates from 2014 to 2025 and ETags follow from the position alone. */
function generatedKeyspace(length: number, keyAt: (index: number) => string): Keyspace {
  const objectAt = (index: number): StoredObject => {
    const noise = mix(index);
    return {
      key: keyAt(index),
      content: sparseContent(noise * 11, `${hex(noise).repeat(4)}-${1 + (noise % 5_000)}`),
      modifiedMs: Math.floor(1.4e9 + noise * 0.08) * 1_000,
    };
  };
  return { length, keyAt, objectAt };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** Spreads an index over 32 bits (the finaliser of MurmurHash3), always the same way. */
function mix(index: number): number {
  let bits = Math.imul(index + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
