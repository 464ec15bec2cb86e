import type { ReactElement } from 'react';
import { OverlayArrow, Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Keys } from './keys.tsx';
import styles from './tooltip.module.css';

/** Time the pointer rests before a tooltip opens, in milliseconds; keyboard focus opens it at once. */
const OPEN_DELAY_MS = 500;

/** A short explanation of one focusable control; it opens on hover and on keyboard focus. */
export function Tooltip({
  text,
  shortcut,
  children,
}: {
  readonly text: string;
  readonly shortcut?: string;
  readonly children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={OPEN_DELAY_MS} closeDelay={0}>
      {children}
      <AriaTooltip className={styles['tooltip'] ?? ''} offset={6}>
        <OverlayArrow className={styles['arrow'] ?? ''}>
          <svg width={8} height={4} viewBox="0 0 8 4" aria-hidden>
            <path d="M0 0 L4 4 L8 0" />
          </svg>
        </OverlayArrow>
        {text}
        {shortcut !== undefined && <Keys shortcut={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
