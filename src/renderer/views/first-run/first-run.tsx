import { useState } from 'react';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { BrandMark } from '../frame/brand-mark.tsx';
import styles from './first-run.module.css';
import { KeyStep } from './key-step.tsx';
import { SourceStep } from './source-step.tsx';

const STEPS = 2;

/**
 * The card of the first start. It has no memory of its own: the session says which step is next, so that it
 * resumes where it was left, and once it is finished or put off it never comes back.
 */
export function FirstRun() {
  const text = useText();
  const hasKey = useApp((state) => state.session?.key === 'valid' || state.session?.key === 'unchecked');
  const [wantsOtherKey, setWantsOtherKey] = useState(false);
  const step = hasKey && !wantsOtherKey ? 2 : 1;
  return (
    <main className={styles['screen']}>
      <div className={styles['card']}>
        <header className={styles['head']}>
          <BrandMark size={36} />
          <div>
            <h1 className={styles['name']}>{text.common.appName}</h1>
            <p className={styles['welcome']}>{text.firstRun.welcome}</p>
          </div>
          <div className={styles['steps']}>
            <span className={styles['count']}>{text.firstRun.step(step, STEPS)}</span>
            <span className={styles['bar']} data-step={step} aria-hidden />
          </div>
        </header>
        {step === 1 ? (
          <KeyStep onSaved={() => setWantsOtherKey(false)} />
        ) : (
          <SourceStep onOtherKey={() => setWantsOtherKey(true)} />
        )}
      </div>
    </main>
  );
}
