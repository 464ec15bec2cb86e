import { Truncated } from '../../components/truncated.tsx';
import type { AccountLabel } from './account-labels.ts';
import styles from './history.module.css';

/** Whose something is; what is too long for its place is cut. */
export function AccountName({ label }: { readonly label: AccountLabel }) {
  return (
    <>
      <span className={styles['facts']}>
        <Truncated text={label.name} />
      </span>
      {label.detail !== null && (
        <span className={styles['facts']}>
          <Truncated text={label.detail} />
        </span>
      )}
    </>
  );
}
