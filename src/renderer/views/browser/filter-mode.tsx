import { Asterisk, CaseSensitive, Regex, type LucideIcon } from 'lucide-react';
import type { BrowseView } from '../../../shared/browse.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { useText } from '../../text/text.ts';

type Mode = BrowseView['filter']['mode'];

const modes = ['substring', 'glob', 'regex'] as const;
const icons: Readonly<Record<Mode, LucideIcon>> = { substring: CaseSensitive, glob: Asterisk, regex: Regex };

/** How the filter is read, as a sign that leaves the room to what is typed. */
export function FilterMode({
  mode,
  onChange,
}: {
  readonly mode: Mode;
  readonly onChange: (mode: Mode) => void;
}) {
  const text = useText().browser;
  return (
    <Menu
      label={text.modeLabel}
      groups={[
        {
          id: 'modes',
          commands: modes.map((id) => ({
            id,
            label: text.modes[id],
            isChecked: id === mode,
            onAction: () => onChange(id),
          })),
        },
      ]}
    >
      <IconButton
        icon={icons[mode]}
        label={`${text.modeLabel}: ${text.modes[mode]}`}
        isActive={mode !== 'substring'}
      />
    </Menu>
  );
}
