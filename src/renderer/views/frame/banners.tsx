import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../store/store.ts';
import { describeError } from '../../text/describe-error.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { InstallUpdate } from './install-update.tsx';
import { useReport } from './use-report.ts';

/** What a rejected key means when main sent no error along. */
const REJECTED: AppError = { code: 'unauthorised', message: 'rejected', detail: { source: 'pixop' } };

/** What the operator must know wherever they look: connection, keychain, journal; each with its next step. */
export function Banners() {
  return (
    <>
      <JournalBanner />
      <ConnectionBanner />
      <KeychainBanner />
      <UpdateBanner />
    </>
  );
}

/** A version that waits for the operator's word; put off, it stays in the settings. */
function UpdateBanner() {
  const text = useText().settings.updates;
  const state = useApp(({ updateState }) => updateState);
  const [putOff, setPutOff] = useState('');
  if (state?.kind !== 'ready' || state.version === putOff) return null;
  return (
    <Banner
      shape="bar"
      tone="info"
      title={text.ready(state.version)}
      actions={<InstallUpdate />}
      onDismiss={() => setPutOff(state.version)}
    />
  );
}

function JournalBanner() {
  const text = useText().frame;
  const paused = useApp((state) => state.queueSummary?.paused ?? null);
  const words = paused === null ? undefined : text.paused[paused.reason];
  if (paused === null || words === undefined) return null;
  return (
    <Banner shape="bar" tone="danger" title={words.title}>
      <p>{words.explanation}</p>
    </Banner>
  );
}

function ConnectionBanner() {
  const text = useText();
  const format = useFormat();
  const session = useApp((state) => state.session);
  const checkSession = useApp((state) => state.checkSession);
  const openOverlay = useApp((state) => state.openOverlay);
  const [isChecking, setChecking] = useState(false);
  const report = useReport();
  const retry = async (): Promise<void> => {
    setChecking(true);
    report(await checkSession());
    setChecking(false);
  };
  const enterKey = (
    <Button size="small" variant="primary" onPress={() => openOverlay({ kind: 'settings' })}>
      {text.frame.enterKey}
    </Button>
  );
  if (session === null || session.key === 'valid') return null;
  if (session.key === 'absent') {
    return (
      <Banner shape="bar" tone="warn" title={text.frame.keyAbsentTitle} actions={enterKey}>
        <p>{text.frame.keyAbsent}</p>
      </Banner>
    );
  }
  if (session.key === 'rejected') {
    const { title } = describeError(session.error ?? REJECTED, text, format);
    return (
      <Banner shape="bar" tone="danger" title={title} actions={enterKey}>
        <p>{text.frame.keyRejected}</p>
      </Banner>
    );
  }
  return (
    <Banner
      shape="bar"
      tone="warn"
      title={
        session.error === null ? text.frame.uncheckedTitle : describeError(session.error, text, format).title
      }
      actions={
        <Button size="small" isPending={isChecking} onPress={() => void retry()}>
          {text.common.retry}
        </Button>
      }
    >
      <p>{text.frame.keyUnchecked}</p>
    </Banner>
  );
}

function KeychainBanner() {
  const text = useText().frame;
  const secretStore = useApp((state) => state.session?.secretStore ?? null);
  const [isDismissed, setDismissed] = useState(false);
  if (secretStore === null || secretStore.kind === 'keychain' || isDismissed) return null;
  return (
    <Banner shape="bar" tone="warn" title={text.memoryTitle} onDismiss={() => setDismissed(true)}>
      <p>{text.memory(secretStore.reason)}</p>
    </Banner>
  );
}
