import IconArrowDown from '@tabler/icons-react/icons/IconArrowDown';
import IconArrowUp from '@tabler/icons-react/icons/IconArrowUp';
import IconGripVertical from '@tabler/icons-react/icons/IconGripVertical';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterOf } from '../purpose.ts';
import { NeedActs, type NeedActsProps } from './need-acts.tsx';
import { NeedFacts, NeedTitle, NeedWords } from './need-shown.tsx';
import classes from './needs.module.css';
import { moved, type Order, stands } from './order.ts';

interface ListProps {
  readonly matter: MatterOf<'cycle-needs'>;
  readonly order: Order;
  readonly put: (confirmed: readonly string[]) => void;
  readonly disabled: boolean;
  readonly edit: NeedActsProps['edit'];
}

/**
 * The needs in the order in which they are wanted, and below a line those that are dropped. They are moved by dragging, by Alt
 * and an arrow, or by buttons.
 */
export function NeedList({ matter, order, put, disabled, edit }: ListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [moving, move] = useState<string>();
  const [told, tell] = useState('');
  const all = [...order.above, '', ...order.below];
  const needOf = (id: string) => matter.needs.find(({ need }) => need === id)!;

  const place = (id: string, to: number) => {
    const need = needOf(id);
    const confirmed = moved(order, id, to);
    // What somebody has stated is not dropped by leaving it out of a list.
    if (stands(need) && !confirmed.includes(id)) return;
    if (confirmed.join() === order.above.join()) return;
    put(confirmed);
    const at = confirmed.indexOf(id);
    tell(at < 0 ? t('answer.needs.isDropped') : t('answer.needs.isAt', { at: at + 1, of: confirmed.length }));
  };
  const drag = (id: string, y: number) => {
    const rows = [...list.current!.children] as HTMLElement[];
    const others = rows.filter((_, at) => all[at] !== id);
    const to = others.filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2 < y;
    }).length;
    if (to !== all.indexOf(id)) place(id, to);
  };

  const now = useRef(drag);
  now.current = drag;
  // A row that moves under the pointer would lose it: the window hears where it goes, and when it is let go.
  useEffect(() => {
    if (moving === undefined) return;
    const going = new AbortController();
    const { signal } = going;
    window.addEventListener('pointermove', (event) => now.current(moving, event.clientY), { signal });
    for (const over of ['pointerup', 'pointercancel']) window.addEventListener(over, () => move(undefined), { signal });
    return () => going.abort();
  }, [moving]);

  return (
    <>
      <ul ref={list} className={classes.list} aria-label={t('answer.needs.list')}>
        {all.map((id, at) => {
          if (id === '') {
            return (
              <li key="line" className={classes.line}>
                {t('answer.needs.line')}
              </li>
            );
          }
          const need = needOf(id);
          const dropped = at > order.above.length;
          const fixed = stands(need);
          return (
            <li
              key={id}
              className={classes.need}
              data-dropped={dropped}
              data-moving={moving === id}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: Alt and an arrow move it, as the line above the list says
              tabIndex={0}
              onKeyDown={(event) => {
                const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
                if (!by || disabled) return;
                event.preventDefault();
                place(id, at + by);
              }}
            >
              <span
                className={classes.grip}
                aria-hidden="true"
                onPointerDown={(event) => {
                  if (disabled) return;
                  event.preventDefault();
                  move(id);
                }}
              >
                <IconGripVertical size={18} />
              </span>
              <span className={classes.rank}>{dropped ? '' : at + 1}</span>
              <span>
                <NeedTitle need={need} known={matter} />
                <NeedFacts need={need} />
              </span>
              <span className={classes.acts}>
                <button
                  type="button"
                  onClick={() => place(id, at - 1)}
                  disabled={disabled || at === 0}
                  aria-label={t('answer.needs.up')}
                >
                  <IconArrowUp size={18} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  onClick={() => place(id, at + 1)}
                  disabled={disabled || at === all.length - 1 || (fixed && at === order.above.length - 1)}
                  aria-label={t('answer.needs.down')}
                >
                  <IconArrowDown size={18} aria-hidden="true" />
                </button>
                {!fixed && (
                  <button
                    type="button"
                    onClick={() => place(id, dropped ? order.above.length : all.length)}
                    disabled={disabled}
                  >
                    {t(dropped ? 'answer.needs.take' : 'answer.needs.drop')}
                  </button>
                )}
              </span>
              <NeedWords need={need} known={matter} />
              <NeedActs {...{ need, disabled, edit }} />
            </li>
          );
        })}
      </ul>
      <p className="for-readers" role="status">
        {told}
      </p>
    </>
  );
}
