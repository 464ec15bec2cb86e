import type { JobError, JobRow } from '../../../shared/imports.ts';

/** Imports that failed in the same way: what the error clinic shows as one line with one remedy. */
export interface FailureGroup {
  readonly state: 'failed' | 'rejected';
  readonly code: string;
  readonly example: JobError;
  readonly count: number;
  readonly jobIds: readonly string[];
  readonly requestIds: readonly string[];
  readonly batchIds: ReadonlySet<string>;
}

/** The failures grouped by code, the largest group first. */
export function failureGroups(jobs: Iterable<JobRow>): readonly FailureGroup[] {
  const groups = new Map<
    string,
    {
      state: 'failed' | 'rejected';
      example: JobError;
      count: number;
      jobIds: string[];
      requestIds: string[];
      batchIds: Set<string>;
    }
  >();
  for (const { jobId, batchId, state, error } of jobs) {
    if ((state !== 'failed' && state !== 'rejected') || error === null) continue;
    const id = `${state} ${error.code}`;
    const group = groups.get(id) ?? {
      state,
      example: error,
      count: 0,
      jobIds: [],
      requestIds: [],
      batchIds: new Set<string>(),
    };
    group.count += 1;
    group.jobIds.push(jobId);
    group.batchIds.add(batchId);
    if (error.requestId !== null) group.requestIds.push(error.requestId);
    groups.set(id, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, code: group.example.code }))
    .toSorted((a, b) => b.count - a.count);
}
