import { useEffect, useRef } from 'react';
import styles from './first-run.module.css';

/** A step's heading; when the button that led here is gone, keyboard and screen reader go on from it. */
export function StepHeading({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className={styles['title']}>
      {children}
    </h2>
  );
}
