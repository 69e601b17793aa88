import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Page } from '../../../ui/page.tsx';
import type { Sitting } from '../api/task.ts';
import { ThinHead } from '../parts/thin-head.tsx';
import { cellsOf } from '../store/cells.ts';
import type { Content } from '../store/draft.ts';
import { type Layout, layoutOf } from '../store/layout.ts';
import type { Matrix } from '../store/matrix.ts';
import { useMatrix, useMatrixState } from '../store/use-matrix.ts';
import { waitingAnswersOf } from '../store/waiting.ts';
import { Desk } from './desk.tsx';
import classes from './matrix-page.module.css';
import { Notices } from './notices.tsx';
import { Posts } from './posts.tsx';

const Phone = lazy(() => import('./phone.tsx'));

/** Beyond so many people there is a list of their posts first. */
const MOST_PEOPLE = 40;

interface PageProps {
  readonly round: string;
  readonly sitting: Sitting;
  readonly reload: () => Promise<unknown>;
  /** The post that was chosen from the list, where there is one; undefined: none is. */
  readonly post: string | undefined;
}

/** All whom somebody rates, in all that they are rated in. */
export function MatrixPage(props: PageProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const me = useMe();
  const { round, sitting, post } = props;
  const answers = waitingAnswersOf(me.person);
  const { waiting } = useSyncExternalStore(answers.subscribe, answers.state);
  const layout = useMemo(() => {
    const own = waiting.filter((one) => one.round === round);
    return layoutOf(sitting, post, new Map(own.map(({ task, answer }) => [task, answer as Content])));
  }, [sitting, post, round, waiting]);
  const title = said(reader, sitting.title);
  useEffect(() => {
    document.title = `${title} · Rostrum`;
  }, [title]);
  const late = sitting.tasks.some((one) => one.late);
  const head = <ThinHead asked={{ ...sitting, late }} saved={{ state: 'untouched' }} />;
  if (post === undefined && sitting.tasks.length > MOST_PEOPLE) {
    return (
      <>
        {head}
        <Posts round={round} sitting={sitting} layout={layout} />
      </>
    );
  }
  if (!cellsOf(layout, 'element').length) {
    return (
      <>
        {head}
        <Page title={title} reading>
          <h1>{t('answer.ratings.nobodyHere')}</h1>
          <p>
            <Link to="/desk/$round" params={{ round }}>
              {t('answer.ratings.toAll')}
            </Link>
          </p>
        </Page>
      </>
    );
  }
  return <TakenUp {...props} layout={layout} late={late} />;
}

/** Takes up the drafts of whoever is laid out: from now on they are written here, and in no other tab. */
function TakenUp({ layout, late, ...props }: PageProps & { layout: Layout; late: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const { round, sitting } = props;
  const [times, again] = useState(0);
  const matrix = useMatrix({ person: me.person, round, sitting, layout }, times);
  if (!matrix) {
    return (
      <main id="main">
        <span className="for-readers">{t('app.loading')}</span>
      </main>
    );
  }
  const reload = async () => {
    await props.reload();
    again((before) => before + 1);
  };
  return <Open {...props} matrix={matrix} reload={reload} late={late} />;
}

/** Where the page is narrower, elements come one after the other. */
const NARROW = '(max-width: 900px)';

function Open({ matrix, ...props }: PageProps & { matrix: Matrix; late: boolean }) {
  const { t } = useTranslation();
  const { sitting, late, reload } = props;
  const { saved, layout } = useMatrixState(matrix);
  const narrow = useMediaQuery(NARROW, window.matchMedia(NARROW).matches, { getInitialValueInEffect: false });
  return (
    <div className={classes.frame} data-narrow={narrow}>
      <ThinHead asked={{ ...sitting, late }} saved={saved} />
      <Notices matrix={matrix} sitting={sitting} />
      {saved.state === 'elsewhere' && (
        <p className={classes.notice}>
          {t('answer.elsewhere')}
          <Button variant="default" onClick={() => void reload()}>
            {t('answer.goOnHere')}
          </Button>
        </p>
      )}
      {layout.people.length > 0 &&
        (narrow ? (
          <Suspense>
            <Phone matrix={matrix} {...props} />
          </Suspense>
        ) : (
          <Desk matrix={matrix} {...props} />
        ))}
    </div>
  );
}
