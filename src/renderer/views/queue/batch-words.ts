import type { BatchRow } from '../../../shared/imports.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';

/** What a batch is called where it stands among others: by its time, and where it comes from and goes to. */
export interface BatchWords {
  readonly when: string;
  readonly name: string;
  readonly places: string;
}

/** Answers a function that names batches; one that is not known yet has no words. */
export function useBatchWords(): (batch: BatchRow | undefined) => BatchWords {
  const { history: text } = useText();
  const format = useFormat();
  return (batch) => {
    if (batch === undefined) return { when: '', name: '', places: '' };
    const when = format.dateTime(batch.createdAtMs);
    const project = batch.settings.projectName ?? text.defaultProject;
    return {
      when,
      name: text.batchOf(when),
      places: `${displayKey(batch.locationName)} → ${displayKey(project)}`,
    };
  };
}
