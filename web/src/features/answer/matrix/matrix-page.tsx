import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Sitting } from '../api/task.ts';
import { ThinHead } from '../parts/thin-head.tsx';
import { layoutOf } from '../store/layout.ts';
import type { Matrix } from '../store/matrix.ts';
import { useMatrix, useMatrixState } from '../store/use-matrix.ts';
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
  const [times, again] = useState(0);
  const layout = useMemo(() => layoutOf(sitting, post), [sitting, post]);
  const title = said(reader, sitting.title);
  useEffect(() => {
    document.title = `${title} · Rostrum`;
  }, [title]);
  const matrix = useMatrix({ person: me.person, round, sitting, layout }, times);
  const late = sitting.tasks.some((one) => one.late);
  if (post === undefined && sitting.tasks.length > MOST_PEOPLE) {
    return (
      <>
        <ThinHead asked={{ ...sitting, late }} saved={{ state: 'untouched' }} />
        <Posts round={round} sitting={sitting} layout={layout} />
      </>
    );
  }
  if (!matrix) {
    return (
      <>
        <ThinHead asked={{ ...sitting, late }} saved={{ state: 'untouched' }} />
        <main id="main">
          <span className="for-readers">{t('app.loading')}</span>
        </main>
      </>
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
