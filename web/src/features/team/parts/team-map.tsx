import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tenthsOf } from '../../../format/figure.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Face } from '../../../ui/face.tsx';
import { KeyHints } from '../../../ui/key-hints.tsx';
import type { Team } from '../api/team.ts';
import { byGap } from './by-gap.ts';
import { CellInFocus } from './cell-in-focus.tsx';
import { GapsTable } from './gaps-table.tsx';
import { HeatMap, type Look } from './heat-map.tsx';
import { Legend } from './legend.tsx';
import classes from './team-map.module.css';
import { Waits } from './waits.tsx';

/** More people than this stand below each other; fewer beside each other. */
const MOST_BESIDE = 15;

interface TeamMapProps {
  readonly team: Team;
  readonly look: Look;
  readonly table: boolean;
  /** The team is that of whoever reads. */
  readonly mine: boolean;
}

/** People by elements; beside it the cell in focus, and what waits. */
export function TeamMap({ team, look, table, mine }: TeamMapProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const { people, elements, cells, names } = team;
  const below = people.length > MOST_BESIDE;
  const known = new Map(cells.map((cell) => [`${cell.person} ${cell.element}`, cell]));
  const [first] = byGap(cells);
  const [chosen, choose] = useState<{ person: string; element: string }>();
  const personAt = Math.max(
    0,
    people.findIndex((one) => one.person === (chosen ?? first)?.person),
  );
  const elementAt = Math.max(
    0,
    elements.findIndex((one) => one.element === (chosen ?? first)?.element),
  );
  const person = people[personAt]?.person;
  const element = elements[elementAt]?.element;
  if (person === undefined || element === undefined) return null;
  const nameOf = (id: string) => names[id] ?? id;
  const elementOf = (code: string) => {
    const row = elements.find((one) => one.element === code);
    return row ? said(reader, row.name) : code;
  };
  const most = Math.max(...elements.map((one) => one.meanGap ?? 0), 0.1);
  const end = (gap: number | null) =>
    gap === null ? (
      <span className={classes.quiet}>{t('team.notRated')}</span>
    ) : (
      <>
        <span className={classes.bar} aria-hidden="true">
          <i style={{ width: `${(100 * gap) / most}%` }} />
        </span>
        {tenthsOf(reader, gap)}
      </>
    );
  const heads = people.map(({ person: id, meanGap }) => ({
    id,
    name: nameOf(id),
    head: (
      <Link to="/team/$person" params={{ person: id }} className={below ? classes.personRow : classes.personHead}>
        <Face name={nameOf(id)} size={below ? 26 : 32} />
        <span>{nameOf(id)}</span>
      </Link>
    ),
    end: end(meanGap),
  }));
  const rows = elements.map((one) => ({
    id: one.element,
    name: elementOf(one.element),
    head: elementOf(one.element),
    end: end(one.meanGap),
  }));
  return (
    <div className={classes.columns}>
      <div className={classes.map}>
        {table ? (
          <GapsTable
            {...{ cells, nameOf, elementOf }}
            caption={t('team.tableOf')}
            coursesOf={(of) => people.find((one) => one.person === of)?.courses ?? []}
            now={team.now}
          />
        ) : (
          <HeatMap
            label={t('team.mapOf')}
            look={look}
            rows={below ? heads : rows}
            columns={below ? rows : heads}
            endHead={t('team.meanGap')}
            cellOf={(row, column) => known.get(below ? `${row} ${column}` : `${column} ${row}`)}
            focused={below ? { row: personAt, column: elementAt } : { row: elementAt, column: personAt }}
            focus={({ row, column }) =>
              choose({
                person: people[below ? row : column]!.person,
                element: elements[below ? column : row]!.element,
              })
            }
          />
        )}
        {!table && <Legend notNeeded={cells.length < people.length * elements.length} />}
        {!table && (
          <div className={classes.keys}>
            <KeyHints hints={[[['←', '↑', '→', '↓'], t('team.keys.walk')]]} />
          </div>
        )}
      </div>
      <aside className={classes.beside} aria-label={t('team.beside')}>
        <CellInFocus
          team={team}
          person={person}
          element={element}
          cell={known.get(`${person} ${element}`)}
          byMe={mine}
        />
        <Waits team={team} />
      </aside>
    </div>
  );
}
