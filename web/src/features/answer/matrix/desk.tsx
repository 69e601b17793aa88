import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { KeyHints } from '../../../ui/key-hints.tsx';
import { useCtrlZ, useKeys } from '../../../ui/keys.ts';
import { Legend } from '../../../ui/legend.tsx';
import type { Sitting } from '../api/task.ts';
import { isPart, type Person } from '../store/layout.ts';
import type { Level } from '../store/level.ts';
import type { Matrix } from '../store/matrix.ts';
import { useMatrixState } from '../store/use-matrix.ts';
import classes from './desk.module.css';
import { Foot } from './foot.tsx';
import { Grid } from './grid.tsx';
import { wantedIn } from './in-words.ts';
import { Ladder } from './ladder.tsx';
import { OrderChoice } from './order-choice.tsx';

const PersonSheet = lazy(() => import('./person-sheet.tsx'));
const AnchorsSheet = lazy(() => import('./anchors-sheet.tsx'));

interface DeskProps {
  readonly round: string;
  readonly sitting: Sitting;
  readonly matrix: Matrix;
}

/** What lies over the page. */
type Over = { readonly what: 'person'; readonly task: string } | { readonly what: 'anchors' } | undefined;

/** The grid, beside it the ladder of the element in focus, and below the one act. */
export function Desk({ round, sitting, matrix }: DeskProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const { layout, at, order, saved } = useMatrixState(matrix);
  const [lit, light] = useState<string>();
  const [over, lay] = useState<Over>();
  const [moved, move] = useState(0);
  const { people, elements } = layout;
  const row = elements.findIndex(({ key }) => key === at.key);
  const element = elements[row]!;
  const here = people.find(({ task }) => task === at.task)!;
  const own = people.filter((person) => isPart(person, element));
  const complete = matrix.isComplete(element);
  const disabled = saved.state === 'closed' || saved.state === 'elsewhere';
  const close = () => {
    lay(undefined);
    move((before) => before + 1);
  };

  /** What a key does, and then the browser is where one is. */
  const key = (act: () => void) => () => {
    act();
    move((before) => before + 1);
  };
  const rate = (level: Level) => key(() => matrix.rate(level));
  const levels = Array.from({ length: element.max - element.min + 1 }, (_, i) => element.min + i);
  useKeys({
    ...Object.fromEntries(levels.map((level) => [String(level), rate(level)])),
    ...{ '-': rate(null), '.': key(() => matrix.half()), ',': key(() => matrix.half()) },
    ...{ Backspace: key(() => matrix.clear()), Delete: key(() => matrix.clear()) },
    ArrowLeft: key(() => matrix.step(-1, 0)),
    ArrowRight: key(() => matrix.step(1, 0)),
    ArrowUp: key(() => matrix.step(0, -1)),
    ArrowDown: key(() => matrix.step(0, 1)),
    Home: key(() => {
      const open = matrix.firstOpen();
      if (open) matrix.goTo(open);
    }),
    r: () => lay({ what: 'person', task: at.task }),
    a: () => lay({ what: 'anchors' }),
  });
  useCtrlZ(key(() => matrix.undo()));

  return (
    <main id="main" className={classes.desk}>
      <div className={classes.left}>
        <div className={classes.title}>
          <div>
            <h1>{t('answer.ratings.question')}</h1>
            <p>{t(`answer.ratings.how.${order}`)}</p>
          </div>
          <OrderChoice matrix={matrix} />
        </div>
        <Grid
          matrix={matrix}
          lit={lit}
          moved={moved}
          open={(person: Person) => lay({ what: 'person', task: person.task })}
        />
        <div className={classes.below}>
          <KeyHints
            hints={[
              [[`${element.min}–${element.max}`], t('answer.ratings.keys.level')],
              [['.'], t('answer.ratings.keys.half')],
              [['-'], t('answer.ratings.keys.leaveOut')],
              [['←', '↑', '↓', '→'], t('answer.ratings.keys.move')],
              [['?'], t('answer.ratings.keys.all')],
            ]}
            more={[
              [['⌫'], t('answer.ratings.keys.clear')],
              [['Ctrl Z'], t('answer.ratings.keys.undo')],
              [['Home'], t('answer.ratings.keys.firstOpen')],
              [['R'], t('answer.ratings.keys.remark')],
              [['A'], t('answer.ratings.keys.anchors')],
              [[t('answer.ctrlEnter')], t('answer.ratings.keys.submit')],
            ]}
          />
          <Legend signs={layout.posts.length > 1 ? ['open', 'not-needed', 'below'] : ['open', 'below']} />
        </div>
      </div>
      <aside className={classes.aside} aria-label={t('answer.ratings.ladder')}>
        <p className={classes.place}>{t('answer.ratings.placeOf', { at: row + 1, of: elements.length })}</p>
        <h2>{said(reader, element.label)}</h2>
        <Ladder
          element={element}
          standing={own.map((person) => ({
            id: person.task,
            name: said(reader, person.label),
            level: matrix.level(person, element.key),
            isFixed: person.isIn,
          }))}
          at={at.task}
          wanted={complete ? own.flatMap(({ post }) => element.wanted.get(post) ?? []) : []}
          disabled={disabled || here.isIn}
          press={(level) => matrix.rate(level)}
          put={(task, level) => {
            matrix.goTo({ task, key: element.key });
            matrix.put({ task, key: element.key }, level);
          }}
          light={light}
        />
        <p className={classes.info}>
          <IconInfoCircle size={18} stroke={1.8} aria-hidden="true" />
          {complete
            ? t('answer.ratings.wantedNow', { levels: wantedIn(element, layout) })
            : t('answer.ratings.wantedLater')}
        </p>
        <p className={classes.more}>
          <button type="button" onClick={() => lay({ what: 'anchors' })} aria-haspopup="dialog">
            {t('answer.ratings.anchors')}
            <kbd>a</kbd>
          </button>
          <button type="button" onClick={() => lay({ what: 'person', task: at.task })} aria-haspopup="dialog">
            {t('answer.ratings.remark')}
            <kbd>r</kbd>
          </button>
        </p>
      </aside>
      <div className={classes.foot}>
        <Foot round={round} sitting={sitting} matrix={matrix} />
      </div>
      <Suspense>
        {over?.what === 'person' && people.some(({ task }) => task === over.task) && (
          <PersonSheet {...{ round, sitting, matrix, close }} task={over.task} />
        )}
        {over?.what === 'anchors' && <AnchorsSheet element={element} sitting={sitting} close={close} />}
      </Suspense>
    </main>
  );
}
