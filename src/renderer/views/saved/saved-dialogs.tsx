import { useState } from 'react';
import type { Saved } from '../../../shared/saved.ts';
import { AlertDialog } from '../../components/alert-dialog.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { NameDialog } from './name-dialog.tsx';
import { SaveSelectionDialog } from './save-selection-dialog.tsx';
import { useSavedPlaces } from './use-saved-places.ts';

/** The dialogs around what is saved for a place, whichever is open. */
export function SavedDialogs() {
  const overlay = useApp((state) => state.overlay);
  const closeOverlay = useApp((state) => state.closeOverlay);
  const places = useSavedPlaces();
  if (overlay?.kind === 'save-selection') return <SaveSelectionDialog />;
  if (overlay === null || !('savedId' in overlay)) return null;
  const item = places.map((place) => place.item).find(({ id }) => id === overlay.savedId);
  if (item === undefined) return null;
  if (overlay.kind === 'remove-saved') return <RemoveSavedDialog item={item} onClose={closeOverlay} />;
  const taken = places
    .filter(({ item: other }) => other.kind === item.kind && other.id !== item.id)
    .map(({ item: other }) => other.name);
  return <RenameSavedDialog item={item} taken={taken} onClose={closeOverlay} />;
}

/** Gives something saved another name. */
export function RenameSavedDialog(props: {
  readonly item: Saved;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}) {
  const { item, taken, onClose } = props;
  const text = useText().saved;
  const changeSaved = useApp((state) => state.changeSaved);
  return (
    <NameDialog
      title={text.renameTitle(displayKey(item.name))}
      firstName={item.name}
      taken={taken}
      confirmLabel={text.renameNow}
      onSave={(name) => changeSaved({ change: 'replace', item: { ...item, name } })}
      onClose={onClose}
    />
  );
}

/** Asks before something saved is removed, and says what stays. */
export function RemoveSavedDialog({ item, onClose }: { readonly item: Saved; readonly onClose: () => void }) {
  const text = useText().saved;
  const changeSaved = useApp((state) => state.changeSaved);
  const report = useReport();
  const [isPending, setPending] = useState(false);
  const remove = async (): Promise<void> => {
    setPending(true);
    report(await changeSaved({ change: 'remove', id: item.id }));
    onClose();
  };
  return (
    <AlertDialog
      title={text.removeTitle(displayKey(item.name))}
      isOpen
      isDanger
      isPending={isPending}
      confirmLabel={text.removeNow}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <p>{item.kind === 'preset' ? text.removePreset : text.removeSelection}</p>
    </AlertDialog>
  );
}
