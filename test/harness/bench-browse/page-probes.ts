import type { Locator, Page } from 'playwright-core';

/** What scrolling looked like. */
export interface Scrolled {
  /** Between one frame and the next, milliseconds. */
  readonly frames: readonly number[];
  /** Frames in which no row stood in the middle of the list. */
  readonly blank: number;
}

/** Frames of one measurement: three seconds of scrolling. */
const FRAMES = 180;

/** Scrolls a list by so many pixels with every frame, as a wheel that is turned fast does. */
export const scroll = (list: Locator, stepPx: number): Promise<Scrolled> =>
  list.evaluate(
    async (element, { step, count }) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const nextFrame = (): Promise<number> => new Promise((resolve) => void requestAnimationFrame(resolve));
      const frames: number[] = [];
      let blank = 0;
      let last = await nextFrame();
      for (let frame = 0; frame < count; frame += 1) {
        element.scrollTop += step;
        const now = await nextFrame();
        frames.push(now - last);
        last = now;
        const middle = document.elementFromPoint(left + width / 2, top + height / 2);
        if (middle?.closest('[role=row]') === null) blank += 1;
      }
      return { frames, blank };
    },
    { step: stepPx, count: FRAMES },
  );

/** From what a person does until a frame shows what it is for, milliseconds: until this selector finds something. */
export async function untilShown(
  page: Page,
  event: 'keydown' | 'pointerdown',
  act: () => Promise<unknown>,
  selector: string,
): Promise<number> {
  const shown = await page.evaluateHandle(
    ([name, wanted]) => ({
      done: new Promise<number>((resolve) => {
        const look = (begunMs: number): void => {
          const isThere = document.querySelector(wanted) !== null;
          requestAnimationFrame(() => (isThere ? resolve(performance.now() - begunMs) : look(begunMs)));
        };
        addEventListener(name, ({ timeStamp }) => look(timeStamp), { once: true, capture: true });
      }),
    }),
    [event, selector] as const,
  );
  await act();
  return shown.evaluate(({ done }) => done);
}

/** From each of some presses of a key until the frame after it, milliseconds. */
export async function inputDelays(page: Page, key: string, presses: number): Promise<readonly number[]> {
  const probe = await page.evaluateHandle(() => {
    const delays: number[] = [];
    const note = ({ timeStamp }: KeyboardEvent): void =>
      void requestAnimationFrame(() => delays.push(performance.now() - timeStamp));
    addEventListener('keydown', note, { capture: true });
    return { delays, stop: () => removeEventListener('keydown', note, { capture: true }) };
  });
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(PRESS_MS);
  }
  return probe.evaluate(({ delays, stop }) => {
    stop();
    return delays;
  });
}

/** Between two presses, as a key that is held down repeats. */
const PRESS_MS = 30;
