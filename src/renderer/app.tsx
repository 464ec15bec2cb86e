import { useEffect, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Spinner } from './components/spinner.tsx';
import { ToastRegion } from './components/toast.tsx';
import { TruncationTooltip } from './components/truncation-tooltip.tsx';
import { StoreContext, useApp, type AppStore } from './store/store.ts';
import { createFormat, FormatContext, formatLocale } from './text/format.ts';
import { resolveLanguage } from '../shared/language.ts';
import { TextContext, textOf, useText } from './text/text.ts';
import styles from './app.module.css';
import { CrashBoundary } from './views/frame/crash-screen.tsx';
import { FirstRun } from './views/first-run/first-run.tsx';
import { Frame } from './views/frame/frame.tsx';
import { StartFailure } from './views/frame/start-failure.tsx';

/** The root of the screens: store, language and theme around the one window. */
export function App({ store }: { readonly store: AppStore }) {
  return (
    <StoreContext value={store}>
      <Surroundings>
        <CrashBoundary>
          <Screen />
          <ToastRegion />
          <TruncationTooltip />
        </CrashBoundary>
      </Surroundings>
    </StoreContext>
  );
}

/** Language, number formats and theme, as the settings and the system say. */
function Surroundings({ children }: { readonly children: ReactNode }) {
  const appearance = useApp((state) => state.settings?.appearance ?? 'system');
  const setting = useApp((state) => state.settings?.language ?? 'system');
  const systemLocale = useApp((state) => state.appInfo?.locale ?? navigator.language);
  const timeZone = useApp((state) => state.appInfo?.timeZone);
  const language = resolveLanguage(setting, systemLocale);
  const format = useMemo(
    () => createFormat(formatLocale(language, systemLocale), timeZone),
    [language, systemLocale, timeZone],
  );

  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    if (appearance === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = appearance;
  }, [appearance, language]);

  return (
    <TextContext value={textOf(language)}>
      <FormatContext value={format}>
        <I18nProvider locale={format.locale}>{children}</I18nProvider>
      </FormatContext>
    </TextContext>
  );
}

function Screen() {
  const text = useText().common;
  const isReady = useApp(
    (state) => state.appInfo !== null && state.settings !== null && state.session !== null,
  );
  const isFirstRun = useApp((state) => state.settings?.firstRunDone === false);
  const startError = useApp((state) => state.startError);
  if (!isReady && startError !== null) return <StartFailure error={startError} />;
  if (!isReady) {
    return (
      <main className={styles['waiting']}>
        <Spinner label={text.loading} size={20} />
      </main>
    );
  }
  return isFirstRun ? <FirstRun /> : <Frame />;
}
