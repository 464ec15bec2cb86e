import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components';
import styles from './disclosure.module.css';

/** Hides what few need behind a line that says what it is. */
export function Disclosure({
  title,
  children,
  isOpenAtFirst = false,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly isOpenAtFirst?: boolean;
}) {
  return (
    <AriaDisclosure defaultExpanded={isOpenAtFirst} className={styles['disclosure'] ?? ''}>
      <Heading className={styles['heading'] ?? ''}>
        <Button slot="trigger" className={styles['trigger'] ?? ''}>
          <ChevronRight size={14} aria-hidden className={styles['mark']} />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className={styles['panel'] ?? ''}>
        <div className={styles['content']}>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
