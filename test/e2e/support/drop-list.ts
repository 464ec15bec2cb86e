import type { Page } from 'playwright-core';

/** Drops a file on the window, as the system's file manager would. */
export const dropList = (page: Page, name: string, content: string): Promise<void> =>
  page.evaluate(
    ([fileName, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], fileName));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, content] as const,
  );
