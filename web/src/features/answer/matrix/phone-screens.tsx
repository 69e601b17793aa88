import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Face } from '../../../ui/face.tsx';
import { type Element, isPart, type Person } from '../store/layout.ts';
import type { Matrix } from '../store/matrix.ts';
import { useMatrixState } from '../store/use-matrix.ts';
import { wantedIn } from './in-words.ts';
import { LevelKeys } from './level-keys.tsx';
import classes from './phone.module.css';

/** An element: what its levels mean, and below it everybody who is rated in it, post by post. */
export function ElementScreen({
  matrix,
  element,
  open,
}: {
  matrix: Matrix;
  element: Element;
  open: (task: string) => void;
}) {
  const { t } = useTranslation();
  const reader = useReader();
  const { layout } = useMatrixState(matrix);
  const complete = matrix.isComplete(element);
  return (
    <>
      {element.anchors.length > 0 && (
        <dl className={classes.anchors}>
          {element.anchors.map(({ score, text }) => (
            <div key={score}>
              <dt>{score}</dt>
              <dd>{said(reader, text)}</dd>
            </div>
          ))}
        </dl>
      )}
      {complete && (
        <p className={classes.wanted}>{t('answer.ratings.wantedNow', { levels: wantedIn(element, layout) })}</p>
      )}
      {layout.posts
        .filter(({ key }) => element.wanted.has(key))
        .map(({ key, title }) => (
          <section key={key} aria-label={title ? said(reader, title) : key}>
            {layout.posts.length > 1 && <h2>{title ? said(reader, title) : key}</h2>}
            {layout.people
              .filter(({ post }) => post === key)
              .map((person) => (
                <Row
                  key={person.task}
                  {...{ matrix, person, element }}
                  isBelow={complete && matrix.isBelow(person, element)}
                  face
                  open={() => open(person.task)}
                />
              ))}
          </section>
        ))}
    </>
  );
}

/** A person: every element that they are rated in. */
export function PersonScreen({
  matrix,
  person,
  open,
}: {
  matrix: Matrix;
  person: Person;
  open: (key: string) => void;
}) {
  const { layout } = useMatrixState(matrix);
  return layout.elements
    .filter((element) => isPart(person, element))
    .map((element) => (
      <Row
        key={element.key}
        {...{ matrix, person, element }}
        isBelow={matrix.isComplete(element) && matrix.isBelow(person, element)}
        open={() => open(element.key)}
      />
    ));
}

interface RowProps {
  readonly matrix: Matrix;
  readonly person: Person;
  readonly element: Element;
  readonly isBelow: boolean;
  /** It is one person of several, and not one element of several. */
  readonly face?: boolean;
  readonly open: () => void;
}

/** One level: whose, or of what, all levels in one row, and that one cannot tell. */
function Row({ matrix, person, element, isBelow, face = false, open }: RowProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const id = useId();
  const { at, saved } = useMatrixState(matrix);
  const level = matrix.level(person, element.key);
  const place = { task: person.task, key: element.key };
  const disabled = person.isIn || saved.state === 'closed' || saved.state === 'elsewhere';
  const name = said(reader, (face ? person : element).label);
  const change = (one: typeof level) => {
    matrix.goTo(place);
    matrix.put(place, one);
  };
  return (
    <div className={classes.row} data-at={at.task === person.task && at.key === element.key}>
      <div className={classes.who}>
        <button type="button" id={id} onClick={open} aria-haspopup="dialog">
          {face && <Face name={name} size={26} />}
          {name}
        </button>
        {person.isIn ? (
          <span>{t(person.isWaiting ? 'answer.ratings.waits' : 'answer.ratings.isIn')}</span>
        ) : (
          <button
            type="button"
            className={classes.cannot}
            aria-pressed={level === null}
            aria-label={t('answer.ratings.cannotTellOf', { name })}
            disabled={disabled}
            onClick={() => change(level === null ? undefined : null)}
          >
            {t('answer.ratings.cannotTell')}
          </button>
        )}
      </div>
      <LevelKeys {...{ level, change, disabled, isBelow }} min={element.min} max={element.max} labelId={id} />
    </div>
  );
}
