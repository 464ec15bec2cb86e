import { SplitPane } from '../../components/split-pane.tsx';
import { defaultSettings } from '../../../shared/settings.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { BatchSheet } from '../batch-sheet/batch-sheet.tsx';
import { BrowserView } from '../browser/browser-view.tsx';
import { ListDrop } from '../manifest/list-drop.tsx';
import { ManifestSheet } from '../manifest/manifest-sheet.tsx';
import { QueueView } from '../queue/queue-view.tsx';
import { SourcesPanel } from '../sources/sources-panel.tsx';
import { Banners } from './banners.tsx';
import { useFrameCommands } from './frame-commands.ts';
import styles from './frame.module.css';
import { HeaderBar } from './header-bar.tsx';
import { Overlays } from './overlays.tsx';
import { regionId } from './regions.ts';
import { useGlobalShortcuts } from './use-global-shortcuts.ts';
import { useReport } from './use-report.ts';

/** Least and greatest share of the queue, as the settings allow. */
const QUEUE_SHARE = { min: 0.2, max: 0.7 } as const;

/** The window: sources, browser and queue side by side under one bar, with everything that may lie over them. */
export function Frame() {
  const text = useText().frame;
  const queueShare = useApp((state) => state.settings?.queueShare ?? defaultSettings.queueShare);
  const changeSettings = useApp((state) => state.changeSettings);
  const report = useReport();
  useFrameCommands();
  useGlobalShortcuts();
  return (
    <div className={styles['frame']}>
      <HeaderBar />
      <Banners />
      <div className={styles['body']}>
        <nav
          id={regionId('sources')}
          tabIndex={-1}
          aria-label={text.sourcesRegion}
          className={styles['sources']}
        >
          <SourcesPanel />
        </nav>
        <SplitPane
          label={text.queueWidth}
          share={queueShare}
          {...QUEUE_SHARE}
          defaultShare={defaultSettings.queueShare}
          onChange={(share) => void changeSettings({ queueShare: share }).then(report)}
          start={
            <main
              id={regionId('browser')}
              tabIndex={-1}
              aria-label={text.browserRegion}
              className={styles['region']}
            >
              <BrowserView />
            </main>
          }
          endRegion={{ id: regionId('queue'), label: text.queueRegion }}
          end={<QueueView />}
        />
      </div>
      <ManifestSheet />
      <BatchSheet />
      <Overlays />
      <ListDrop />
    </div>
  );
}
