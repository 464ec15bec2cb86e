import { Ellipsis } from 'lucide-react';
import { GridListItem } from 'react-aria-components';
import type { Source } from '../../../shared/session.ts';
import { Dot, type Tone } from '../../components/badge.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu, type MenuGroup } from '../../components/menu.tsx';
import { Truncated } from '../../components/truncated.tsx';
import { cx } from '../../components/cx.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import list from '../../components/side-list.module.css';
import styles from './sources-panel.module.css';

const toneOf: Readonly<Record<Source['access'], Tone>> = {
  unknown: 'neutral',
  'needs-credentials': 'warn',
  ready: 'ok',
  denied: 'danger',
};

/** One input location: its name, its bucket, and whether the bucket can be browsed from here. */
export function SourceRow({
  source,
  groups,
}: {
  readonly source: Source;
  readonly groups: readonly MenuGroup[];
}) {
  const text = useText().sources;
  const tone = toneOf[source.access];
  const state = text.access[source.access];
  const needsAttention = source.access === 'needs-credentials' || source.access === 'denied';
  return (
    <GridListItem
      id={source.locationId}
      textValue={`${source.name}, ${source.bucket}, ${state}`}
      className={list['row'] ?? ''}
    >
      <span className={list['mark']} title={state}>
        <Dot tone={tone} />
      </span>
      <span className={list['words']}>
        <span className={list['name']}>
          <Truncated text={displayKey(source.name)} />
        </span>
        <span className={list['detail']}>
          <Truncated text={displayKey(source.bucket)} at="middle" isNarrow />
        </span>
        {needsAttention ? (
          <span className={cx(styles['attention'], styles[tone])}>{state}</span>
        ) : (
          <span className="visually-hidden">{state}</span>
        )}
      </span>
      <span className={list['more']}>
        <Menu label={text.actionsFor(source.name)} groups={groups}>
          <IconButton icon={Ellipsis} size="small" label={text.actionsFor(source.name)} />
        </Menu>
      </span>
    </GridListItem>
  );
}
