import { useEffect, useRef, useState } from 'react';
import type { ManifestLine, ManifestList } from '../../../shared/manifests.ts';
import { cx } from '../../components/cx.ts';
import { Truncated } from '../../components/truncated.tsx';
import { useVirtualTable } from '../../components/virtual-table.ts';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import styles from './manifest-lines.module.css';

/** Heights in CSS pixels, the same as in the style sheet. */
const ROW_PX = 30;
const HEAD_PX = 28;
/** Lines asked for at once: some screens of them. */
const PART = 200;

/** Lists of which there is more to say than the key. */
const REMARKED: ReadonlySet<ManifestList> = new Set<ManifestList>(['matched', 'duplicate', 'unreadable']);

/** One list of lines; of any length only what is visible is asked for and rendered. */
export function ManifestLines({
  manifestId,
  list,
  count,
}: {
  readonly manifestId: string;
  readonly list: ManifestList;
  readonly count: number;
}) {
  const text = useText().manifest;
  const report = useReport();
  const manifestLines = useApp((state) => state.manifestLines);
  const scroller = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<ReadonlyMap<number, ManifestLine>>(new Map());
  const { first, last, heightPx, topOf } = useVirtualTable({
    scroller,
    count,
    rowPx: ROW_PX,
    headPx: HEAD_PX,
  });
  const hasRemarks = REMARKED.has(list);
  const from = Math.floor(first / PART) * PART;
  const wanted = Math.min(count, Math.ceil(last / PART) * PART) - from;

  useEffect(() => {
    if (wanted <= 0) return undefined;
    let isCurrent = true;
    void manifestLines({ manifestId, list, from, count: wanted }).then((result) => {
      if (!isCurrent) return;
      if (result.ok) setLines(new Map(result.value.map((line, index) => [from + index, line])));
      else report(result.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [manifestLines, manifestId, list, from, wanted, report]);

  return (
    <div
      ref={scroller}
      className={cx(styles['table'], hasRemarks && styles['remarked'])}
      role="table"
      aria-label={text.lists[list]}
      aria-rowcount={count + 1}
      tabIndex={0}
    >
      <div role="rowgroup" className={styles['head']}>
        <div role="row" aria-rowindex={1} className={styles['row']}>
          <span role="columnheader" className={styles['number']}>
            {text.line}
          </span>
          <span role="columnheader">{text.object}</span>
          {hasRemarks && <span role="columnheader">{text.remark}</span>}
        </div>
      </div>
      <div role="rowgroup" className={styles['rows']} style={{ height: heightPx }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at).map((index) => (
          <Line
            key={index}
            index={index}
            topPx={topOf(index)}
            line={lines.get(index)}
            hasRemark={hasRemarks}
          />
        ))}
      </div>
    </div>
  );
}

function Line(props: {
  readonly index: number;
  readonly topPx: number;
  readonly line: ManifestLine | undefined;
  readonly hasRemark: boolean;
}) {
  const { index, topPx, line, hasRemark } = props;
  const text = useText().manifest;
  const format = useFormat();
  const remark = (): string => {
    if (line === undefined) return '';
    if (line.reason !== null) return text.reason(line.reason);
    if (line.firstLine !== null) return text.firstIn(format.count(line.firstLine));
    return line.foundKey === null ? '' : text.foundAs(displayKey(line.foundKey));
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles['row']}
      style={{ position: 'absolute', transform: `translateY(${topPx}px)` }}
    >
      <span role="cell" className={styles['number']}>
        {line === undefined ? '' : format.count(line.line)}
      </span>
      <span role="cell" className={styles['key']}>
        {line !== undefined && <Truncated text={displayKey(line.text)} at="path" />}
      </span>
      {hasRemark && (
        <span role="cell" className={styles['remark']}>
          {line !== undefined && <Truncated text={remark()} at="middle" />}
        </span>
      )}
    </div>
  );
}
