import { RotateCw } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from './use-report.ts';

/** Installs the update that is ready; not while an import is not sent, and then it says so. */
export function InstallUpdate() {
  const text = useText().settings.updates;
  const install = useApp((state) => state.installUpdate);
  const isSafe = useApp((state) => state.queueSummary?.safeToQuit ?? false);
  const report = useReport();
  return (
    <Button size="small" icon={RotateCw} isDisabled={!isSafe} onPress={() => void install().then(report)}>
      {isSafe ? text.install : text.installLater}
    </Button>
  );
}
