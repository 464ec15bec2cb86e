import { Play } from 'lucide-react';
import type { QueueSummary } from '../../../shared/imports.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';

/** Says over an empty queue that it is paused: what is dropped on it would wait without a word otherwise. */
export function PausedBanner({ paused }: { readonly paused: NonNullable<QueueSummary['paused']> }) {
  const text = useText().queue;
  const report = useReport();
  const resumeQueue = useApp((state) => state.resumeQueue);
  return (
    <Banner
      tone="warn"
      shape="bar"
      title={text.pausedTitle}
      actions={
        <Button size="small" icon={Play} onPress={() => void resumeQueue().then(report)}>
          {text.resume}
        </Button>
      }
    >
      <p>{text.pauseReasons[paused.reason] ?? paused.message}</p>
    </Banner>
  );
}
