import { TriangleAlert } from 'lucide-react';
import { useContext } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { load } from '../../store/connect.ts';
import { StoreContext } from '../../store/store.ts';
import { describeError } from '../../text/describe-error.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import styles from './start-failure.module.css';

/** The whole window when the first answers did not come: why, and a way to try again. */
export function StartFailure({ error }: { readonly error: AppError }) {
  const text = useText();
  const store = useContext(StoreContext);
  const { explanation, nextStep, verbatim } = describeError(error, text, useFormat());
  return (
    <main className={styles['screen']}>
      <h1 className="visually-hidden">{text.common.appName}</h1>
      <EmptyState
        icon={TriangleAlert}
        title={text.frame.startFailedTitle}
        description={[explanation, ...verbatim, nextStep].join(' ')}
        actions={
          <Button
            variant="primary"
            onPress={() => {
              if (store !== null) void load(store);
            }}
          >
            {text.common.retry}
          </Button>
        }
      />
    </main>
  );
}
