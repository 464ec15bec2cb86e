import { copyText } from '../../components/copy-text.ts';
import { showToast } from '../../components/toast.tsx';
import { useApp, useAppStore } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import type { FailureGroup } from './failure-groups.ts';

/** Ids of each kind that are copied: more are of no more use to support, and fill a form. */
const MAX_IDS = 100;

/** Puts what Pixop's support asks for on the clipboard and opens its page; names and object keys stay here. */
export function useAskSupport(): (group: FailureGroup) => void {
  const text = useText().queue;
  const store = useAppStore();
  const openPage = useApp((state) => state.openPage);
  const report = useReport();
  return (group) => {
    const { byId } = store.getState().jobs;
    const videoIds = group.jobIds.flatMap((jobId) => byId.get(jobId)?.videoId ?? []);
    if (copyText(supportText(group, videoIds)))
      showToast({ tone: 'ok', title: text.supportCopied, description: text.supportCopiedHelp });
    void openPage({ page: 'support' }).then(report);
  };
}

/** What support needs to know of a group of failures; in English, which support reads. */
export function supportText(
  { code, count, example, requestIds }: FailureGroup,
  videoIds: readonly string[],
): string {
  const listed = (title: string, ids: readonly string[]): readonly string[] =>
    ids.length === 0
      ? []
      : [
          `${title}:`,
          ...ids.slice(0, MAX_IDS),
          ...(ids.length > MAX_IDS ? [`and ${ids.length - MAX_IDS} more`] : []),
        ];
  return [
    `${count} × ${code}${example.httpStatus === null ? '' : ` (HTTP ${example.httpStatus})`}`,
    example.message,
    ...listed('Request ids', requestIds),
    ...listed('Video ids', videoIds),
  ].join('\n');
}
