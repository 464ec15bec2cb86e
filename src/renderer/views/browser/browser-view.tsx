import { HardDrive, KeyRound, Plus, Unplug } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Source } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { hasTeamInReach, selectedSource } from '../../store/sources-slice.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { FilterBar } from './filter-bar.tsx';
import { ListingBody, Opening } from './listing-body.tsx';
import { ListingError } from './listing-error.tsx';
import { SelectionFooter } from './selection-footer.tsx';
import { Toolbar } from './toolbar.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import type { ListEntry } from './use-list-entry.ts';
import { useBrowserCommands } from './use-browser-commands.ts';

/** The bucket of the selected source, or what is missing before it can be shown. */
export function BrowserView() {
  const { browser: text, sources } = useText();
  const source = useApp(selectedSource);
  const isInReach = useApp(hasTeamInReach);
  const isLoading = useApp((state) => state.sources === null && state.sourcesError === null);
  const isUnknown = useApp((state) => state.sources === null);
  const isFirst = useApp((state) => state.sources?.length === 0);
  const openOverlay = useApp((state) => state.openOverlay);
  if (source === null) {
    if (!isInReach)
      return (
        <EmptyState icon={Unplug} title={sources.notConnectedTitle} description={sources.notConnected} />
      );
    if (isLoading) return <Opening label={text.opening} />;
    if (isUnknown)
      return (
        <EmptyState icon={HardDrive} title={text.unknownSourcesTitle} description={text.unknownSources} />
      );
    return (
      <EmptyState
        icon={HardDrive}
        title={isFirst ? text.firstSourceTitle : text.noSourceTitle}
        description={isFirst ? text.firstSource : text.noSource}
        actions={
          <Button variant="primary" icon={Plus} onPress={() => openOverlay({ kind: 'add-location' })}>
            {text.addSource}
          </Button>
        }
      />
    );
  }
  if (source.access === 'needs-credentials') {
    return (
      <EmptyState
        icon={KeyRound}
        title={text.needsCredentialsTitle}
        description={text.needsCredentials(source.bucket)}
        actions={
          <Button
            variant="primary"
            onPress={() => openOverlay({ kind: 'credentials', locationId: source.locationId })}
          >
            {text.enterCredentials}
          </Button>
        }
      />
    );
  }
  return <Bucket key={source.locationId} source={source} />;
}

function Bucket({ source }: { readonly source: Source }) {
  const text = useText().browser;
  const browse = useApp((state) => state.browse);
  const browseError = useApp((state) => state.browseError);
  const isHere = useApp((state) => state.place?.locationId === source.locationId);
  const openPlace = useApp((state) => state.openPlace);
  const refreshPlace = useApp((state) => state.refreshPlace);
  const [isEditing, setEditing] = useState(false);
  const filterInput = useRef<HTMLInputElement>(null);
  const entry = useRef<ListEntry>(null);
  useBrowserCommands(
    filterInput,
    useCallback(() => setEditing(true), []),
  );
  const kept = useKeptFocus(browse !== null && browse.matching > 0 ? browse.listingId : null);
  const { locationId, access } = source;
  const knownAccess = useRef<Source['access'] | null>(null);
  useEffect(() => {
    // Credentials that work now are worth another try where the place could not be opened before.
    const isMended = access === 'ready' && knownAccess.current !== 'ready' && browseError !== null;
    knownAccess.current = access;
    if (!isHere) void openPlace({ locationId, prefix: '', scope: 'folder' });
    else if (isMended) void refreshPlace();
  }, [isHere, locationId, access, browseError, openPlace, refreshPlace]);

  return (
    <>
      <Toolbar source={source} isEditing={isEditing} onEdit={setEditing} />
      <FilterBar inputRef={filterInput} onLeave={(at) => entry.current?.enter(at)} />
      {browseError !== null && <ListingError error={browseError} source={source} listed={0} />}
      {browse !== null && isHere && <ListingBody browse={browse} source={source} kept={kept} entry={entry} />}
      {browse === null && browseError === null && <Opening label={text.opening} />}
      {browse !== null && browse.listed > 0 && <SelectionFooter browse={browse} />}
    </>
  );
}
