import { Copy, FlaskConical, KeyRound, Trash2 } from 'lucide-react';
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
  return ({ locationId, bucket, credentials }) => [
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
          id: 'remove',
          icon: Trash2,
          label: text.sources.removeCredentials,
          isDanger: true,
          isDisabled: credentials === null,
          onAction: () => openOverlay({ kind: 'remove-credentials', locationId }),
        },
      ],
    },
  ];
}
