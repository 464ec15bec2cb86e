import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { ShippedPackage } from '../../../shared/licences.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import styles from './licences-dialog.module.css';

/** The packages of others that are in the app, each with its terms. */
export function LicencesDialog() {
  const texts = useText();
  const text = texts.settings;
  const format = useFormat();
  const close = useApp((state) => state.closeOverlay);
  const licences = useApp((state) => state.licences);
  const [packages, setPackages] = useState<readonly ShippedPackage[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [search, setSearch] = useState('');
  useEffect(
    () =>
      void licences().then((result) => {
        if (result.ok) setPackages(result.value);
        else setError(result.error);
      }),
    [licences],
  );
  const needle = search.trim().toLowerCase();
  const found = packages?.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(needle));
  return (
    <Dialog
      title={text.licences}
      isOpen
      onClose={close}
      footer={
        <Button variant="primary" onPress={close}>
          {texts.common.close}
        </Button>
      }
    >
      <div className={styles['licences']}>
        {error !== null && <ErrorNotice error={error} />}
        {packages === null && error === null && <Spinner label={texts.common.loading} />}
        {found !== undefined && (
          <>
            <div>
              <SearchField autoFocus label={text.searchLicences} value={search} onChange={setSearch} />
            </div>
            <p className={styles['count']} role="status">
              {text.licencesFound(format.count(found.length))}
            </p>
            <ul className={styles['list']}>
              {found.map(({ name, version, licence, text: terms }) => (
                <li key={`${name} ${version}`}>
                  <details>
                    <summary className={styles['package']}>
                      <span className={styles['name']}>{name}</span>
                      <span className={styles['facts']}>{version}</span>
                      <span className={styles['facts']}>{licence}</span>
                    </summary>
                    <pre className={styles['terms']} data-selectable>
                      {terms === '' ? text.noTerms : terms}
                    </pre>
                  </details>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  );
}
