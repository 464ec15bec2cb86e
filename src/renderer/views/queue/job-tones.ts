import type { JobState } from '../../../shared/imports.ts';
import type { Tone } from '../../components/badge.tsx';

/** The colour of each state's badge; its words say the same. */
export const jobTones: Readonly<Record<JobState, Tone>> = {
  planned: 'neutral',
  sending: 'info',
  rejected: 'danger',
  unknown: 'warn',
  'needs-decision': 'warn',
  skipped: 'neutral',
  accepted: 'info',
  copying: 'info',
  ingesting: 'info',
  done: 'ok',
  failed: 'danger',
  restarting: 'info',
  abandoning: 'warn',
  abandoned: 'neutral',
};
