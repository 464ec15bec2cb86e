import { Copy, FlaskConical, KeyRound, KeySquare, PencilLine, Trash2 } from 'lucide-react';
import type { Source } from '../../../shared/session.ts';
import { copyText } from '../../components/copy-text.ts';
import type { MenuGroup } from '../../components/menu.tsx';
import { showToast } from '../../components/toast.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';

/** Answers what can be done with a source; the row's menu and its context menu are the same. */
export function useSourceActions(): (source: Source) => readonly MenuGroup[] {
  const text = useText();
  const openOverlay = useApp((state) => state.openOverlay);
  return (source) => {
    const { locationId, bucket, credentials } = source;
    return [
      {
        id: 'credentials',
        commands: [
          {
            id: 'replace',
            icon: KeyRound,
            label: credentials === null ? text.sources.setCredentials : text.sources.replaceCredentials,
            onAction: () => openOverlay({ kind: 'credentials', locationId }),
          },
          {
            id: 'test',
            icon: FlaskConical,
            label: text.sources.test,
            isDisabled: credentials === null,
            onAction: () => openOverlay({ kind: 'test-credentials', locationId }),
          },
        ],
      },
      {
        id: 'location',
        commands: [
          {
            id: 'rename',
            icon: PencilLine,
            label: text.sources.rename,
            onAction: () => openOverlay({ kind: 'rename-location', locationId }),
          },
          {
            id: 'location-keys',
            icon: KeySquare,
            label: text.sources.replaceKeys,
            onAction: () => openOverlay({ kind: 'location-keys', locationId }),
          },
          {
            id: 'copy',
            icon: Copy,
            label: text.sources.copyBucket,
            onAction: () => {
              if (copyText(bucket)) showToast({ tone: 'ok', title: text.common.copied, description: bucket });
            },
          },
        ],
      },
      {
        id: 'remove',
        commands: [
          {
            id: 'remove-credentials',
            icon: KeyRound,
            label: text.sources.removeCredentials,
            isDanger: true,
            isDisabled: credentials === null,
            onAction: () => openOverlay({ kind: 'remove-credentials', locationId }),
          },
          {
            id: 'remove-location',
            icon: Trash2,
            label: text.sources.removeLocation,
            isDanger: true,
            onAction: () => openOverlay({ kind: 'remove-location', source }),
          },
        ],
      },
    ];
  };
}
