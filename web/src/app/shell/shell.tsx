import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.ts';
import { Brand } from '../../ui/brand.tsx';
import { Face } from '../../ui/face.tsx';
import { useKeys } from '../../ui/keys.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { placesOf } from './places.ts';
import classes from './shell.module.css';

const NavSheet = lazy(() => import('./nav-sheet.tsx'));

/** The bar with what is somebody's own, and the page below it. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const [sheet, openSheet] = useState(false);
  const places = placesOf(me);
  const name = me.name ?? me.person;
  useKeys(Object.fromEntries(places.map(({ path, letter }) => [`g ${letter}`, () => void navigate({ to: path })])));
  return (
    <>
      <a className={classes.skip} href="#main">
        {t('app.skip')}
      </a>
      <header className={classes.bar}>
        <Link to="/" className={classes.home} aria-label={t('app.home')}>
          <Brand />
        </Link>
        <nav className={classes.places} aria-label={t('app.places.all')}>
          {places.map(({ path, words }) => (
            <Link key={path} to={path} activeProps={{ 'aria-current': 'page' }}>
              {t(words)}
            </Link>
          ))}
        </nav>
        <button
          type="button"
          className={classes.own}
          onClick={() => openSheet(true)}
          aria-haspopup="dialog"
          aria-label={t('app.own', { name })}
        >
          <Face name={name} />
        </button>
      </header>
      <Outlet />
      <ConnectionBar />
      {sheet && (
        <Suspense>
          <NavSheet me={me} places={places} close={() => openSheet(false)} />
        </Suspense>
      )}
    </>
  );
}
