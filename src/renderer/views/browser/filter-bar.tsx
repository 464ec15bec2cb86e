import { BookmarkPlus } from 'lucide-react';
import type { RefObject } from 'react';
import type { BrowseState, BrowseView } from '../../../shared/browse.ts';
import type { AppError } from '../../../shared/errors.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { SearchField, type SearchFieldProps } from '../../components/search-field.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { useApp } from '../../store/store.ts';
import { describeError } from '../../text/describe-error.ts';
import { useFormat } from '../../text/format.ts';
import { useText, type Text } from '../../text/text.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterMode } from './filter-mode.tsx';
import { FilterPopover } from './filter-popover.tsx';
import styles from './toolbar.module.css';
import { useFilter } from './use-filter.ts';
import { useFilterField } from './use-filter-field.ts';
import type { ListEntry } from './use-list-entry.ts';

const scopes = ['folder', 'below'] as const;

/** What of the place is shown: by name, by kind, by depth and by everything else. */
export function FilterBar({
  inputRef,
  onLeave,
}: {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Goes on to what is listed. */
  readonly onLeave: ListEntry['enter'];
}) {
  const text = useText();
  const format = useFormat();
  const place = useApp((state) => state.place);
  const openPlace = useApp((state) => state.openPlace);
  const openOverlay = useApp((state) => state.openOverlay);
  const viewError = useApp(({ viewError: refused, browse }) => refused ?? expressionError(browse));
  const { filter, change } = useFilter();
  const { typed, isApplied, type, apply } = useFilterField();
  const onKeyDown: SearchFieldProps['onKeyDown'] = (event) => {
    // Escape empties the field first.
    if (event.key === 'Escape' && typed === '') onLeave('before');
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') {
      // Otherwise the field keeps all keys to itself, the app's shortcuts too.
      event.continuePropagation();
      return;
    }
    event.preventDefault();
    // The rows of a filter that is applied only now are on screen a moment after its answer.
    if (isApplied) onLeave('first');
    else void apply().then(() => setTimeout(onLeave, 0, 'first'));
  };

  return (
    <div className={styles['filters']}>
      <div className={styles['filter-row']}>
        <div className={styles['search']}>
          <SearchField
            label={text.browser.filter}
            placeholder={text.browser.filterHint}
            value={typed}
            onChange={type}
            inputRef={inputRef}
            onKeyDown={onKeyDown}
            maxLength={1_024}
          />
        </div>
        <div className={styles['signs']}>
          <FilterMode mode={filter.mode} onChange={(mode) => void apply({ mode })} />
          <FilterPopover />
          <IconButton
            icon={BookmarkPlus}
            label={text.saved.saveView}
            shortcut="Mod+Shift+S"
            onPress={() => openOverlay({ kind: 'save-selection' })}
          />
        </div>
        <span className={styles['videos']}>
          <Checkbox
            label={text.browser.videosOnly}
            isSelected={filter.videosOnly}
            onChange={(videosOnly) => change({ videosOnly })}
          />
        </span>
        <span className={styles['scope']}>
          <SegmentedControl
            label={text.browser.scopeLabel}
            value={place?.scope ?? 'folder'}
            segments={scopes.map((id) => ({ id, label: text.browser.scopes[id] }))}
            onChange={(scope) => {
              if (place !== null) void openPlace({ ...place, scope });
            }}
          />
        </span>
      </div>
      {viewError !== null && (
        <p role="alert" className={styles['problem']}>
          {filterProblem(viewError, filter.mode, text) ?? describeError(viewError, text, format).title}
        </p>
      )}
      <FilterChips />
    </div>
  );
}

const EXPRESSION_CODES: readonly string[] = ['InvalidExpression', 'ExpressionTooSlow'];

/** The listing's error when the filter is its cause; such an error is not the listing's own. */
export const expressionError = (browse: BrowseState | null): AppError | null =>
  EXPRESSION_CODES.includes(browse?.error?.detail?.serviceCode ?? '') ? (browse?.error ?? null) : null;

function filterProblem(error: AppError, mode: BrowseView['filter']['mode'], text: Text): string | null {
  switch (error.detail?.serviceCode) {
    case 'InvalidExpression':
      return text.browser.filterInvalid[mode === 'glob' ? 'glob' : 'regex'];
    case 'ExpressionTooSlow':
      return text.browser.filterTooSlow;
    default:
      return null;
  }
}
