import { useEffect, useRef } from 'react';

/** What keys do: "j", "Enter", "?", or two in a row, as "g d". */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

/** A second key counts with the first one within so many milliseconds. */
const TOGETHER_MS = 900;

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

/** Lets single keys act while the page is open. Those with Ctrl, Alt or the like are left to the browser. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    let first = '';
    let at = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      if (isWriting(event.target) || isPressing(event) || document.querySelector('dialog[open]')) return;
      const both = event.timeStamp - at < TOGETHER_MS ? `${first} ${event.key}` : '';
      const act = now.current[both] ?? now.current[event.key];
      first = event.key;
      at = event.timeStamp;
      if (!act) return;
      event.preventDefault();
      first = '';
      act();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
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
