import { CircleCheck, CircleSlash, Info, Wrench, type LucideIcon } from 'lucide-react';
import type { PreflightFinding, PreflightId } from '../../../shared/imports.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { Truncated } from '../../components/truncated.tsx';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import styles from './batch-sheet.module.css';

const icons: Readonly<Record<PreflightFinding['effect'], LucideIcon>> = {
  blocked: CircleSlash,
  exclude: CircleSlash,
  fixed: Wrench,
  notice: Info,
};

/** What the check before the start found, in groups: what is left out, what was mended, what is worth knowing. */
export function Findings(props: {
  readonly findings: readonly PreflightFinding[];
  readonly keep: readonly PreflightId[];
  readonly onKeep: (id: PreflightId, isKept: boolean) => void;
}) {
  const { findings, keep, onKeep } = props;
  const text = useText().batch;
  const format = useFormat();
  if (findings.length === 0) {
    return (
      <p className={styles['clear']}>
        <CircleCheck size={16} aria-hidden /> {text.allClear}
      </p>
    );
  }
  return (
    <ul className={styles['findings']} aria-label={text.findings}>
      {findings.map(({ id, effect, count, bytes, examples }) => {
        const Icon = icons[effect];
        const isKept = keep.includes(id);
        return (
          <li key={id} className={styles['finding']} data-effect={isKept ? 'notice' : effect}>
            <Icon size={16} aria-hidden className={styles['mark']} />
            <div className={styles['words']}>
              <strong>{text.finding(id, format.count(count))}</strong>
              <span className={styles['size']}>
                {format.bytes(bytes)} · {isKept ? text.effects.kept : text.effects[effect]}
              </span>
              {examples.length > 0 && (
                <span className={styles['example']}>
                  <Truncated text={examples.map(displayKey).join(', ')} at="middle" />
                </span>
              )}
            </div>
            {effect === 'exclude' && (
              <Checkbox label={text.keep} isSelected={isKept} onChange={(kept) => onKeep(id, kept)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
