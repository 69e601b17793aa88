import IconSearch from '@tabler/icons-react/icons/IconSearch';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.ts';
import { Brand } from '../../ui/brand.tsx';
import { useOver } from '../../ui/over.ts';
import { OwnButton } from '../../ui/own-button.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { placesOf } from './places.ts';
import classes from './shell.module.css';

/** The bar with what is somebody's own, and the page below it. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMe();
  const show = useOver();
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
          {placesOf(me).map(({ path, words }) => (
            <Link key={path} to={path} activeProps={{ 'aria-current': 'page' }}>
              {t(words)}
            </Link>
          ))}
        </nav>
        <button type="button" className={classes.find} onClick={() => show('find')} aria-haspopup="dialog">
          <IconSearch size={17} stroke={1.8} aria-hidden="true" />
          <span>{t('app.find')}</span>
          <kbd>/</kbd>
        </button>
        <OwnButton />
      </header>
      <Outlet />
      <ConnectionBar />
    </>
  );
}
