import { useApp } from '../../store/store.ts';
import { AddLocationDialog } from './add-location-dialog.tsx';
import { CredentialsDialog } from './credentials-dialog.tsx';
import { LocationKeysDialog } from './location-keys-dialog.tsx';
import { RemoveLocationDialog } from './remove-location-dialog.tsx';
import { RemoveCredentialsDialog } from './remove-credentials-dialog.tsx';
import { RenameLocationDialog } from './rename-location-dialog.tsx';
import { TestDialog } from './test-dialog.tsx';

/** The dialogs around a source, whichever is open. */
export function SourceDialogs() {
  const overlay = useApp((state) => state.overlay);
  const sources = useApp((state) => state.sources);
  if (overlay === null) return null;
  if (overlay.kind === 'add-location') return <AddLocationDialog />;
  if (overlay.kind === 'remove-location') return <RemoveLocationDialog source={overlay.source} />;
  if (!('locationId' in overlay)) return null;
  const source = sources?.find(({ locationId }) => locationId === overlay.locationId);
  if (source === undefined) return null;
  switch (overlay.kind) {
    case 'credentials':
      return <CredentialsDialog source={source} />;
    case 'test-credentials':
      return <TestDialog source={source} />;
    case 'remove-credentials':
      return <RemoveCredentialsDialog source={source} />;
    case 'location-keys':
      return <LocationKeysDialog source={source} />;
    case 'rename-location':
      return <RenameLocationDialog source={source} />;
  }
}
