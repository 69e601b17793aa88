/** The first fault is brought into sight, and what mends it has the focus. */
export function focusOn(form: HTMLElement | null, key: string): void {
  const field = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"]`);
  field?.scrollIntoView({ block: 'center' });
  field
    ?.querySelector<HTMLElement>('input:not([type=range]), textarea, select, button')
    ?.focus({ preventScroll: true });
}
