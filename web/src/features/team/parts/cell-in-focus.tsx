import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords } from '../../../format/date.ts';
import { differenceOf, levelOf } from '../../../format/figure.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Face } from '../../../ui/face.tsx';
import { WhyLink } from '../../../ui/why-link.tsx';
import type { Cell, Team } from '../api/team.ts';
import classes from './cell-in-focus.module.css';
import { Fate } from './fate.tsx';
import { LevelLine } from './level-line.tsx';

const ChangeSheet = lazy(() => import('./change-sheet.tsx'));

interface InFocus {
  readonly team: Team;
  readonly person: string;
  readonly element: string;
  readonly cell: Cell | undefined;
  /** The team is that of whoever reads. */
  readonly byMe: boolean;
}

/** One figure of the map, with all that is behind it: the levels, what is made of the gap, and what one can do. */
export function CellInFocus({ team, person, element, cell, byMe }: InFocus) {
  const { t } = useTranslation();
  const reader = useReader();
  const [asking, ask] = useState(false);
  const name = team.names[person] ?? person;
  const row = team.elements.find((one) => one.element === element);
  const called = row ? said(reader, row.name) : element;
  return (
    <section className={classes.card} aria-label={t('team.inFocus')} aria-live="polite">
      <div className={classes.head}>
        <Face name={name} size={36} />
        <h2>
          <Link to="/team/$person" params={{ person }}>
            {name}
          </Link>
          <span>{called}</span>
        </h2>
        {cell?.gap ? <strong className={classes.gap}>{differenceOf(reader, -cell.gap, 1)}</strong> : null}
      </div>
      {cell ? (
        <Behind cell={cell} byMe={byMe} team={team} />
      ) : (
        <p className={classes.words}>{t('team.notInPostWhat')}</p>
      )}
      {cell && team.cycle && (
        <p className={classes.acts}>
          <WhyLink stream={team.cycle.id} what={person} />
          {cell.gap !== null && cell.gap > 0 && team.mayAskForChanges && (
            <button type="button" onClick={() => ask(true)}>
              {t('team.askForChange')}
            </button>
          )}
        </p>
      )}
      {asking && team.cycle && (
        <Suspense>
          <ChangeSheet
            cycle={team.cycle.id}
            person={{ id: person, name }}
            element={called}
            courses={team.planned.filter((one) => one.raises.includes(element) && !one.people.includes(person))}
            now={team.now}
            close={() => ask(false)}
          />
        </Suspense>
      )}
    </section>
  );
}

function Behind({ cell, byMe, team }: { cell: Cell; byMe: boolean; team: Team }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { rated, gap, fate, goal, before, apart, person } = cell;
  const sentences = [
    rated === null ? t('team.notRatedWhat') : gap === 0 ? t('team.noGapWhat') : '',
    goal
      ? t('team.goal', { means: t(`team.means.${goal.means}`), until: dayInWords(reader, goal.until, team.now) })
      : '',
    before?.gap != null && team.before
      ? t('team.wasBefore', { cycle: said(reader, team.before.title), gap: levelOf(reader, before.gap) })
      : '',
  ].filter(Boolean);
  return (
    <>
      <LevelLine cell={cell} byMe={byMe} />
      {fate && (
        <p className={classes.words}>
          <Fate fate={fate} courses={team.people.find((one) => one.person === person)?.courses ?? []} now={team.now} />
        </p>
      )}
      {sentences.map((sentence) => (
        <p key={sentence} className={classes.words}>
          {sentence}
        </p>
      ))}
      {apart && <p className={classes.apart}>{t('team.apart')}</p>}
    </>
  );
}
