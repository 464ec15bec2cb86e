import type { Operator } from '../../e2e/support/operator.ts';
import type { DemoWorld, WorldOptions } from '../../simulators/demo-world.ts';

/** What a screen is brought about with: the operator of the running app, and the world that it runs in. */
export interface Stage {
  readonly operator: Operator;
  readonly world: DemoWorld;
}

/** One screen of the app, as the gallery pictures it and axe-core checks it. */
export interface Screen {
  /** What its pictures are called, without theme and ending. */
  readonly name: string;
  /** Brings the app here from where the screen before has left it. */
  readonly show: (stage: Stage) => Promise<void>;
  /** Goes on to where the next one begins, for a screen that is in its way. */
  readonly leave?: (stage: Stage) => Promise<void>;
}

/** Screens that follow one another in one run of the app. */
export interface Tour {
  readonly title: string;
  readonly options?: WorldOptions;
  readonly env?: Readonly<Record<string, string>>;
  /** Nothing was set up on an earlier day. */
  readonly isFresh?: boolean;
  /** Begins with the banner that there is no keyring. */
  readonly isToldOfKeyring?: boolean;
  /** Makes the world what the app is to find when it starts. */
  readonly prepare?: (world: DemoWorld) => void | Promise<void>;
  readonly screens: readonly Screen[];
}

/** Closes the dialog that is open. */
export async function closeDialog({ operator: { page, sheet } }: Stage): Promise<void> {
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
}

/** Closes the menu that is open. */
export async function closeMenu({ operator: { page } }: Stage): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

/** Closes the question that is asked. */
export async function closeQuestion({ operator: { page } }: Stage): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
}
