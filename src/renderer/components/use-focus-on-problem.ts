import { useEffect, useRef, type RefObject } from 'react';

/**
 * Answers the ref for a form whose first invalid field takes the focus each time that sending was refused;
 * `refusals` counts those times.
 */
export function useFocusOnProblem(refusals: number): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals === 0) return;
    const field = form.current?.querySelector('[aria-invalid="true"], [data-invalid] button');
    if (field instanceof HTMLElement) field.focus();
  }, [refusals]);
  return form;
}
