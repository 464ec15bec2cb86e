import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { Keys } from '../../components/keys.tsx';
import popover from '../../components/popover.module.css';
import { useApp } from '../../store/store.ts';
import { commandSections } from '../../store/ui-slice.ts';
import { useText } from '../../text/text.ts';
import styles from './command-palette.module.css';

/**
 * Waits until the closed palette has given the focus back, which React Aria does in the next frame: what a command
 * opens then returns the focus to where it was before the palette.
 */
const afterFocusReturned = (run: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(run));
};

/** Every command by name: type a part of it, Enter runs it, Escape closes. */
export function CommandPalette() {
  const text = useText().frame;
  const commands = useApp((state) => state.commands);
  const closeOverlay = useApp((state) => state.closeOverlay);
  const { contains } = useFilter({ sensitivity: 'base' });
  const offered = commands.filter(({ id, run }) => run !== null && id !== 'palette');
  const sections = commandSections
    .map((section) => ({ section, members: offered.filter((command) => command.section === section) }))
    .filter(({ members }) => members.length > 0);
  return (
    <ModalOverlay
      data-modal
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) closeOverlay();
      }}
      className={styles['scrim'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={text.palette} className={styles['dialog'] ?? ''}>
          <Autocomplete filter={contains}>
            <SearchField autoFocus aria-label={text.palettePlaceholder}>
              <Input
                role="combobox"
                aria-expanded
                placeholder={text.palettePlaceholder}
                className={styles['input'] ?? ''}
              />
            </SearchField>
            <ListBox
              aria-label={text.palette}
              className={styles['list'] ?? ''}
              renderEmptyState={() => <p className={styles['empty']}>{text.paletteEmpty}</p>}
            >
              {sections.map(({ section, members }) => (
                <ListBoxSection key={section} id={section}>
                  <Header className={popover['header'] ?? ''}>{text.sections[section]}</Header>
                  {members.map(({ id, title, shortcut, run }) => (
                    <ListBoxItem
                      key={id}
                      id={id}
                      textValue={title}
                      className={popover['item'] ?? ''}
                      onAction={() => {
                        closeOverlay();
                        if (run !== null) afterFocusReturned(run);
                      }}
                    >
                      <span className={popover['words']}>{title}</span>
                      {shortcut !== undefined && <Keys shortcut={shortcut} />}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
