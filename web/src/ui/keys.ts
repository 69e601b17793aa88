import { useEffect, useRef } from 'react';
import { KeyStack, type Keys, type Reach } from './key-stack.ts';

/** Where letters are written, single keys sleep. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Enter and the space bar belong to the button or link that has the focus. */
function isPressing(event: KeyboardEvent): boolean {
  return (
    /^(Enter| )$/.test(event.key) && event.target instanceof HTMLElement && event.target.matches('a, button, summary')
  );
}

/** One for all: who hears a key does not depend on who came first. */
const stack = new KeyStack();

window.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (isWriting(event.target) || isPressing(event) || document.querySelector('dialog[open]')) return;
  const act = stack.press(event.key, event.timeStamp);
  if (!act) return;
  event.preventDefault();
  act();
});

/**
 * Lets keys act while the page is open. Those with Ctrl, Alt or the like are left to the browser.
 * @param reach where they work: what a page says comes before what works everywhere
 */
export function useKeys(keys: Keys, reach: Reach = 'page'): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => stack.add(reach, () => now.current), [reach]);
}

/** Ctrl Enter, or ⌘ Enter, acts wherever the caret is. */
export function useCtrlEnter(act: () => void): void {
  useCtrl('Enter', act);
}

/** Ctrl Z, or ⌘ Z, takes back what was done on the page; in a field it is the field's own. */
export function useCtrlZ(act: () => void): void {
  useCtrl('z', act, isWriting);
}

function useCtrl(key: string, act: () => void, isLeft: (target: EventTarget | null) => boolean = () => false): void {
  const now = useRef({ act, isLeft });
  now.current = { act, isLeft };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== key || !(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]')) return;
      if (now.current.isLeft(event.target)) return;
      event.preventDefault();
      now.current.act();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [key]);
}
