import { Button } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft';
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { durationOf } from '../../../format/amount.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Sitting } from '../api/task.ts';
import { type Element, isPart, type Person } from '../store/layout.ts';
import type { Matrix } from '../store/matrix.ts';
import { useMatrixState } from '../store/use-matrix.ts';
import { Foot, minutesLeft } from './foot.tsx';
import { OrderChoice } from './order-choice.tsx';
import classes from './phone.module.css';
import { End } from './phone-end.tsx';
import { ElementScreen, PersonScreen } from './phone-screens.tsx';

const PersonSheet = lazy(() => import('./person-sheet.tsx'));
const AnchorsSheet = lazy(() => import('./anchors-sheet.tsx'));

/** A finger that goes so far to the side, and no further up or down than that, turns the page; in pixels. */
const FAR = 70;
const STEADY = 50;

interface PhoneProps {
  readonly round: string;
  readonly sitting: Sitting;
  readonly matrix: Matrix;
}

type Over = { readonly what: 'person'; readonly task: string } | { readonly what: 'anchors'; readonly key: string };

/** One element a screen, people below each other, or the other way round; behind the last what is finished. */
export default function Phone({ round, sitting, matrix }: PhoneProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const { layout, at, order } = useMatrixState(matrix);
  const [over, lay] = useState<Over>();
  const [atEnd, end] = useState(false);
  const main = useRef<HTMLElement>(null);
  const finger = useRef<{ x: number; y: number }>(undefined);
  const { people, elements } = layout;
  const screens: readonly (Element | Person)[] = order === 'element' ? elements : people;
  const here =
    order === 'element'
      ? elements.findIndex(({ key }) => key === at.key)
      : people.findIndex(({ task }) => task === at.task);
  const screen = screens[here]!;
  const close = () => lay(undefined);

  const go = (to: number) => {
    end(to >= screens.length);
    if (to < 0 || to >= screens.length) return;
    if (order === 'element') {
      const element = elements[to]!;
      matrix.goTo({ task: people.find((person) => isPart(person, element))!.task, key: element.key });
    } else {
      const person = people[to]!;
      matrix.goTo({ task: person.task, key: elements.find((element) => isPart(person, element))!.key });
    }
  };
  const place = atEnd ? screens.length : here;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each screen begins at its head
  useEffect(() => {
    window.scrollTo({ top: 0 });
    main.current?.focus({ preventScroll: true });
  }, [place, order]);

  // To the side nothing can be scrolled: a browser that tries would take the next touch for one that stops it, and not for a press.
  useEffect(() => {
    const node = main.current!;
    const aside = (event: TouchEvent) => {
      const touch = event.touches[0];
      if (!finger.current || !touch || !event.cancelable) return;
      const { x, y } = finger.current;
      if (Math.abs(touch.clientX - x) > Math.abs(touch.clientY - y)) event.preventDefault();
    };
    node.addEventListener('touchmove', aside, { passive: false });
    return () => node.removeEventListener('touchmove', aside);
  }, []);

  const name = said(reader, screen.label);
  const next = screens[here + 1];
  return (
    <>
      <main
        ref={main}
        id="main"
        tabIndex={-1}
        className={classes.phone}
        onTouchStart={({ touches }) => {
          const touch = touches[0];
          finger.current = touch && { x: touch.clientX, y: touch.clientY };
        }}
        onTouchEnd={({ changedTouches }) => {
          const touch = changedTouches[0];
          if (!finger.current || !touch) return;
          const far = touch.clientX - finger.current.x;
          if (Math.abs(far) < FAR || Math.abs(touch.clientY - finger.current.y) > STEADY) return;
          go(far < 0 ? place + 1 : place - 1);
        }}
      >
        <div className={classes.top}>
          <span>
            {t(order === 'element' ? 'answer.ratings.placeOf' : 'answer.ratings.placeOfPerson', {
              at: Math.min(place + 1, screens.length),
              of: screens.length,
            })}
          </span>
          <OrderChoice matrix={matrix} />
        </div>
        {atEnd ? (
          <End matrix={matrix} back={() => end(false)} />
        ) : (
          <>
            <h1>{name}</h1>
            <Steps matrix={matrix} screens={screens} here={here} />
            {order === 'element' && (
              <ElementScreen
                matrix={matrix}
                element={screen as Element}
                open={(task) => lay({ what: 'person', task })}
              />
            )}
            {order === 'person' && (
              <PersonScreen matrix={matrix} person={screen as Person} open={(key) => lay({ what: 'anchors', key })} />
            )}
            <p className={classes.quiet}>{t('answer.ratings.touch')}</p>
            <p className={classes.ways}>
              <button type="button" onClick={() => lay({ what: 'anchors', key: at.key })} aria-haspopup="dialog">
                {t('answer.ratings.anchors')}
              </button>
              <button type="button" onClick={() => lay({ what: 'person', task: at.task })} aria-haspopup="dialog">
                {order === 'person'
                  ? t('answer.ratings.remark')
                  : t('answer.ratings.remarkOn', { person: nameAt(matrix, reader) })}
              </button>
            </p>
          </>
        )}
      </main>
      {atEnd ? (
        <div className={classes.foot}>
          <Foot round={round} sitting={sitting} matrix={matrix} progress={false} />
        </div>
      ) : (
        <footer className={classes.foot}>
          <p className={classes.left}>
            {t('answer.ratings.left', {
              time: durationOf(t, minutesLeft(matrix, sitting, people.length)),
            })}
          </p>
          <div className={classes.turn}>
            <Button
              variant="default"
              onClick={() => go(here - 1)}
              disabled={here === 0}
              aria-label={t('answer.previous')}
            >
              <IconArrowLeft size={20} aria-hidden="true" />
            </Button>
            <Button onClick={() => go(here + 1)} className={classes.next}>
              <span>
                {next ? t('answer.ratings.next', { what: said(reader, next.label) }) : t('answer.ratings.toEnd')}
              </span>
              <IconArrowRight size={18} aria-hidden="true" />
            </Button>
          </div>
        </footer>
      )}
      <Suspense>
        {over?.what === 'person' && people.some(({ task }) => task === over.task) && (
          <PersonSheet {...{ round, sitting, matrix, close }} task={over.task} />
        )}
        {over?.what === 'anchors' && (
          <AnchorsSheet element={elements.find(({ key }) => key === over.key)!} sitting={sitting} close={close} />
        )}
      </Suspense>
    </>
  );
}

function nameAt(matrix: Matrix, reader: Parameters<typeof said>[0]): string {
  const { layout, at } = matrix.state();
  return said(reader, layout.people.find(({ task }) => task === at.task)!.label);
}

/** A step for each screen: full where nothing is open. */
function Steps({ matrix, screens, here }: { matrix: Matrix; screens: readonly (Element | Person)[]; here: number }) {
  const isDone = (screen: Element | Person) => {
    if ('key' in screen) return matrix.isComplete(screen);
    const { done, of } = matrix.countOf(screen);
    return done === of;
  };
  return (
    <span className={classes.steps} aria-hidden="true">
      {screens.map((screen, at) => (
        <i key={'key' in screen ? screen.key : screen.task} data-done={isDone(screen)} data-here={at === here} />
      ))}
    </span>
  );
}
