import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Face } from '../../../ui/face.tsx';
import { isPart, type Person } from '../store/layout.ts';
import type { Matrix } from '../store/matrix.ts';
import { useMatrixState } from '../store/use-matrix.ts';
import classes from './phone.module.css';

/** Who is finished, and what is open of the others: a press leads there. */
export function End({ matrix, back }: { matrix: Matrix; back: () => void }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { layout } = useMatrixState(matrix);
  const goTo = (person: Person) => {
    const open = layout.elements.find(
      (element) => isPart(person, element) && matrix.level(person, element.key) === undefined,
    );
    if (!open) return;
    back();
    matrix.goTo({ task: person.task, key: open.key });
  };
  return (
    <>
      <h1>{t('answer.ratings.end')}</h1>
      <ul className={classes.end}>
        {layout.people.map((person) => {
          const { done, of } = matrix.countOf(person);
          const name = said(reader, person.label);
          return (
            <li key={person.task}>
              <Face name={name} size={28} />
              <b>{name}</b>
              {person.isIn || done === of ? (
                <span>
                  {t(
                    person.isWaiting
                      ? 'answer.ratings.waits'
                      : person.isIn
                        ? 'answer.ratings.isIn'
                        : 'answer.ratings.isFinished',
                  )}
                </span>
              ) : (
                <button type="button" onClick={() => goTo(person)}>
                  {t('answer.ratings.open', { count: of - done })}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
