import type { MarqueeBox } from './marquee.ts';
import styles from './marquee.module.css';

/** The rectangle that is being drawn over the cards. */
export function MarqueeRectangle({ box }: { readonly box: MarqueeBox | null }) {
  if (box === null) return null;
  const { left, top, width, height } = box;
  return (
    <div
      aria-hidden
      data-marquee
      className={styles['marquee']}
      style={{ transform: `translate(${left}px, ${top}px)`, width, height }}
    />
  );
}
