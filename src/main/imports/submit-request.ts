import { refOfKey, withReference } from './import-reference.ts';
import type { Batch, JobIn } from './job.ts';
import type { SubmitRequest } from './ports.ts';

/** Longest description, openapi.json `VideoDescription`. */
const MAX_DESCRIPTION = 511;
/** Longest text of the operator's when a reference follows it: 36 characters, their separator, and a margin. */
const MAX_TEXT_WITH_REFERENCE = 470;

/** The import call of one attempt. */
export function submitRequest(job: JobIn<'sending'>, batch: Batch): SubmitRequest {
  const ref = job.marked ? (job.refs.at(-1) ?? null) : null;
  const text = cut(job.description, ref === null ? MAX_DESCRIPTION : MAX_TEXT_WITH_REFERENCE);
  const description = ref === null ? text : withReference(text, refOfKey(ref));
  const { settings } = batch;
  return {
    inputLocationId: batch.locationId,
    teamId: settings.teamId,
    fullIngestion: settings.fullIngestion,
    body: {
      name: job.name,
      objectKey: job.objectKey,
      ...(description === '' ? {} : { description }),
      ...(settings.projectId === null ? {} : { projectId: settings.projectId }),
      ...(job.fileName === '' ? {} : { fileName: job.fileName }),
    },
  };
}

/** Cuts without leaving half of a character that takes two code units. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\uD800-\uDBFF]$/.test(text.slice(0, length)) ? length - 1 : length;
  return text.slice(0, end);
}
