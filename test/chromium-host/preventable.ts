/** An event whose default a listener can prevent, as Electron's are. */
export interface Preventable {
  readonly defaultPrevented: boolean;
  readonly preventDefault: () => void;
}

/** Makes an event with the given details. */
export function preventable<T extends object>(details?: T): Preventable & T {
  let prevented = false;
  const event = {
    ...details,
    get defaultPrevented() {
      return prevented;
    },
    preventDefault() {
      prevented = true;
    },
  };
  // The spread of an optional T is typed as Partial<T>; without details T is the empty object.
  return event as unknown as Preventable & T;
}
