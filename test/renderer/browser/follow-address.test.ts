import { describe, expect, it } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/store.ts';
import { followAddress } from '../../../src/renderer/views/browser/follow-address.ts';
import { readingsOf } from '../../../src/renderer/views/browser/parse-address.ts';
import type { BrowseView } from '../../../src/shared/browse.ts';
import { scriptedClient } from '../scripted-client.ts';
import { browseState } from './browse-state.ts';

const { locationId } = browseState();

/** A store on a bucket of these keys, of which only names with an extension are videos. */
function bucketOf(keys: readonly string[], isWhole = true) {
  let [opened, revision] = [0, 0];
  let prefix = '';
  const stateOf = ({ filter }: BrowseView) => {
    const listed = keys.filter((key) => key.startsWith(prefix));
    const matching = listed.filter(
      (key) => key.slice(prefix.length).includes(filter.text) && (!filter.videosOnly || key.includes('.')),
    );
    return browseState({
      listingId: `listing-${opened}`,
      prefix,
      revision: (revision += 1),
      listed: listed.length,
      matching: matching.length,
      complete: isWhole,
    });
  };
  const store = createAppStore(
    scriptedClient({
      'browse.open': (input) => {
        opened += 1;
        ({ prefix } = input);
        return stateOf(input.view);
      },
      'browse.view': ({ view }) => stateOf(view),
      'browse.close': () => null,
    }),
  );
  const follow = (key: string) => followAddress(store, locationId, readingsOf(key));
  const shown = () => {
    const { place, browse, browseView } = store.getState();
    return [place?.prefix, browseView.filter.text, browse?.matching];
  };
  return { store, follow, shown };
}

describe('an address', () => {
  it('without an extension opens the folder where there is one', async () => {
    const { follow, shown } = bucketOf(['a/b/c.mov', 'a/b']);
    expect(await follow('a/b')).toEqual({ kind: 'there' });
    expect(shown()).toEqual(['a/b/', '', 1]);
  });

  it('without an extension finds the object where there is no folder, whatever is filtered by, in one step of the history', async () => {
    const { follow, shown, store } = bucketOf(['a/clip', 'a/c.mov']);
    await store.getState().openPlace({ locationId, prefix: '', scope: 'folder' });
    expect(await follow('a/clip')).toEqual({ kind: 'there' });
    expect(shown()).toEqual(['a/', 'clip', 1]);
    expect(store.getState().back.map(({ prefix }) => prefix)).toEqual(['']);
  });

  it('of an object keeps the filter that does not hide it', async () => {
    const { follow, store } = bucketOf(['a/c.mov']);
    expect(await follow('a/c.mov')).toEqual({ kind: 'there' });
    expect(store.getState().browseView.filter.videosOnly).toBe(true);
  });

  it('is tried without the spaces at its end', async () => {
    const { follow, shown } = bucketOf(['a/b/c.mov']);
    expect(await follow('a/b  ')).toEqual({ kind: 'there' });
    expect(shown()).toEqual(['a/b/', '', 1]);
  });

  it('that lists nothing in any way is told so, and leaves the filter as it was', async () => {
    const { follow, shown, store } = bucketOf(['a/c.mov', 'other/c.mov']);
    expect(await follow('a/b')).toEqual({ kind: 'nowhere' });
    expect(shown()).toEqual(['a/', '', 1]);
    expect(store.getState().browseView.filter.videosOnly).toBe(true);
    expect(await follow('b/')).toEqual({ kind: 'nowhere' });
  });

  it('takes nobody back who has gone elsewhere meanwhile', async () => {
    const { follow, shown, store } = bucketOf(['other/c.mov'], false);
    const followed = follow('a/b');
    await expect.poll(() => store.getState().browse?.prefix).toBe('a/b/');
    await store.getState().openPlace({ locationId, prefix: 'other/', scope: 'folder' });
    expect(await followed).toEqual({ kind: 'there' });
    expect(shown()).toEqual(['other/', '', 1]);
  });
});
