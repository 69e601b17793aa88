import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { FieldOf } from '../../fields/field.ts';
import type { Content } from '../../store/draft.ts';

type Change = (key: string, value: Content[string] | undefined) => void;

const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** The figures of the criteria, in their order, and what is written after them. */
function stops(box: HTMLElement | null): HTMLElement[] {
  const figures = [...(box?.querySelectorAll<HTMLElement>('input[type=number]') ?? [])];
  const after = box?.parentElement?.querySelector<HTMLElement>('textarea');
  return after ? [...figures, after] : figures;
}

/** A figure one comes to is written over by the next digit. */
function come(to: HTMLElement | undefined): void {
  to?.focus();
  if (to instanceof HTMLInputElement) to.select();
}

/**
 * Keys that score: arrows go between criteria, with shift they take a step of the scale. Outside of fields a digit begins the
 * figure of the criterion that was in focus last, and a point adds a step.
 */
export function useScoring(
  box: RefObject<HTMLElement | null>,
  scores: readonly FieldOf<'score'>[],
  content: Content,
  change: Change,
  disabled: boolean,
): (event: KeyboardEvent) => void {
  const last = useRef<HTMLElement>(undefined);
  const step = (key: string | undefined, by: 1 | -1) => {
    const field = scores.find((one) => one.key === key);
    if (!field || disabled) return;
    const value = content[field.key];
    const from = typeof value === 'number' ? value + by * field.step : field.min;
    change(field.key, rounded(Math.min(field.max, Math.max(field.min, from))));
  };
  const move = (by: 1 | -1) => {
    const all = stops(box.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    come(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]);
  };
  const now = useRef({ step, move });
  now.current = { step, move };

  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) return;
      const current = last.current?.isConnected ? last.current : stops(box.current)[0];
      if (/^\d$/.test(key)) come(current);
      else if (key === '.') now.current.step(keyOf(current), 1);
      else if (key === 'ArrowDown' || key === 'ArrowUp') now.current.move(key === 'ArrowDown' ? 1 : -1);
      else return;
      // A digit goes on into the field that has the focus now.
      if (!/^\d$/.test(key)) event.preventDefault();
    };
    const came = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.matches('input[type=number]')) last.current = target;
    };
    const here = box.current;
    window.addEventListener('keydown', pressed);
    here?.addEventListener('focusin', came);
    return () => {
      window.removeEventListener('keydown', pressed);
      here?.removeEventListener('focusin', came);
    };
  }, [box]);

  return (event) => {
    const up = event.key === 'ArrowUp';
    if ((!up && event.key !== 'ArrowDown') || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'number') return;
    event.preventDefault();
    if (event.shiftKey) step(keyOf(event.target), up ? 1 : -1);
    else move(up ? -1 : 1);
  };
}

const keyOf = (element: HTMLElement | undefined) => element?.closest<HTMLElement>('[data-field]')?.dataset.field;
