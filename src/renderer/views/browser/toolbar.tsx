import {
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  LayoutGrid,
  List,
  Pencil,
  RotateCw,
  Square,
  Star,
} from 'lucide-react';
import type { Source } from '../../../shared/session.ts';
import { cx } from '../../components/cx.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { useBookmark } from '../saved/use-bookmark.ts';
import { AddressField } from './address-field.tsx';
import { Breadcrumb } from './breadcrumb.tsx';
import styles from './toolbar.module.css';
import { useBrowseActions } from './use-browse-actions.ts';

/** Where the browser is and where it can go. */
export function Toolbar({
  source,
  isEditing,
  onEdit,
}: {
  readonly source: Source;
  readonly isEditing: boolean;
  readonly onEdit: (isEditing: boolean) => void;
}) {
  const { browser: text, peek, saved } = useText();
  const { isBookmarked, toggle } = useBookmark();
  const layout = useApp((state) => state.layout);
  const setLayout = useApp((state) => state.setLayout);
  const place = useApp((state) => state.place);
  const canGoBack = useApp((state) => state.back.length > 0);
  const canGoForward = useApp((state) => state.forward.length > 0);
  const isListing = useApp(({ browse }) => browse !== null && !browse.complete && browse.error === null);
  const goBack = useApp((state) => state.goBack);
  const goForward = useApp((state) => state.goForward);
  const refreshPlace = useApp((state) => state.refreshPlace);
  const stopListing = useApp((state) => state.stopListing);
  const report = useReport();
  const { goUp, openPrefix } = useBrowseActions();
  const prefix = place?.prefix ?? '';
  return (
    <div className={styles['frame']}>
      <div className={styles['bar']}>
        <IconButton
          icon={ArrowLeft}
          label={text.back}
          shortcut="Alt+ArrowLeft"
          isDisabled={!canGoBack}
          onPress={() => void goBack()}
        />
        <IconButton
          icon={ArrowRight}
          label={text.forward}
          shortcut="Alt+ArrowRight"
          isDisabled={!canGoForward}
          onPress={() => void goForward()}
        />
        <IconButton
          icon={ArrowUp}
          label={text.up}
          shortcut="Alt+ArrowUp"
          isDisabled={prefix === ''}
          onPress={goUp}
        />
        {isEditing ? (
          <AddressField source={source} onClose={() => onEdit(false)} />
        ) : (
          <>
            <Breadcrumb source={source} prefix={prefix} onOpen={openPrefix} />
            <span className={cx(isBookmarked && styles['starred'])}>
              <IconButton
                icon={Star}
                size="small"
                label={isBookmarked ? saved.removeBookmark : saved.addBookmark}
                shortcut="Mod+D"
                onPress={toggle}
              />
            </span>
            <IconButton
              icon={Pencil}
              size="small"
              label={text.editAddress}
              shortcut="Mod+L"
              onPress={() => onEdit(true)}
            />
          </>
        )}
        <SegmentedControl
          label={peek.layout}
          segments={[
            { id: 'table', label: peek.table, icon: List },
            { id: 'grid', label: peek.grid, icon: LayoutGrid },
          ]}
          value={layout}
          onChange={setLayout}
        />
        {isListing ? (
          <span className={styles['stop']}>
            <IconButton icon={Square} label={text.stop} onPress={() => void stopListing().then(report)} />
          </span>
        ) : (
          <IconButton
            icon={RotateCw}
            label={text.refresh}
            shortcut="Mod+R"
            onPress={() => void refreshPlace()}
          />
        )}
      </div>
    </div>
  );
}
