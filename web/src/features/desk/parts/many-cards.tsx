import type { ReactNode } from 'react';
import type { DeskGroup } from '../api/get-desk.ts';
import classes from './many-cards.module.css';
import { useSeen } from './seen.ts';

const LAYOUT = { about: 184, gap: 16, beyond: 700 };

interface ManyCardsProps {
  readonly groups: readonly DeskGroup[];
  readonly card: (group: DeskGroup, first: boolean) => ReactNode;
}

/** Hundreds of cards, of which only those are made that are seen. */
export default function ManyCards({ groups, card }: ManyCardsProps) {
  const { list, height, placed, measured } = useSeen(
    groups.map(({ round }) => round),
    LAYOUT,
  );
  return (
    <div ref={list} className={classes.list} style={{ height }}>
      {placed.map(({ at, start }) => {
        const group = groups[at]!;
        return (
          <div
            key={group.round}
            ref={measured}
            data-key={group.round}
            className={classes.one}
            style={{ transform: `translateY(${start}px)` }}
          >
            {card(group, at === 0)}
          </div>
        );
      })}
    </div>
  );
}
