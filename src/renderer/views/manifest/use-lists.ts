import { useCallback, useContext, useMemo } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { showToast } from '../../components/toast.tsx';
import { StoreContext } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { isPastedList, listFileOf, textOfFile } from './list-file.ts';

const tooLarge: AppError = {
  code: 'bad-request',
  message: 'The file is too large for a list.',
  detail: { source: 'app', serviceCode: 'MANIFEST_TOO_LARGE' },
};

/** Takes lists from outside the window, and says so when something is none. */
export interface Lists {
  readonly takeFiles: (files: FileList) => void;
  readonly takeText: (text: string) => void;
  /** Lets the operator point to a file. */
  readonly openFile: () => void;
}

/** See {@link Lists}. */
export function useLists(): Lists {
  const text = useText();
  const report = useReport();
  const store = useContext(StoreContext);

  /** Whether a list can be taken now; says so when it cannot. */
  const isFree = useCallback((): boolean => {
    if (store === null || store.getState().draftId !== null) {
      showToast({ tone: 'info', title: text.manifest.busyTitle, description: text.manifest.busy });
      return false;
    }
    store.getState().closeOverlay();
    return true;
  }, [store, text]);

  const takeFiles = useCallback(
    (files: FileList): void => {
      const refusal = listFileOf(files);
      const [file] = files;
      if (refusal === 'too-large') return report(tooLarge);
      if (refusal !== null || file === undefined) {
        const { refusedTitle, oneAtATime, refused } = text.manifest;
        const description = refusal === 'several' ? oneAtATime : refused;
        showToast({ tone: 'info', title: refusedTitle, description });
        return;
      }
      if (isFree()) void store?.getState().readManifest(file.name, () => textOfFile(file));
    },
    [store, text, isFree, report],
  );
  const takeText = useCallback(
    (pasted: string): void => {
      if (!isPastedList(pasted)) {
        const { notAList, notAListNote } = text.manifest;
        showToast({ tone: 'info', title: notAList, description: notAListNote });
        return;
      }
      if (isFree()) void store?.getState().readManifest('', () => Promise.resolve(pasted));
    },
    [store, text, isFree],
  );
  const openFile = useCallback((): void => {
    if (isFree()) void store?.getState().openManifest().then(report);
  }, [store, isFree, report]);
  return useMemo(() => ({ takeFiles, takeText, openFile }), [takeFiles, takeText, openFile]);
}
