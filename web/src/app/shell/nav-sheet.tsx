import IconLogout from '@tabler/icons-react/icons/IconLogout';
import IconSeedling from '@tabler/icons-react/icons/IconSeedling';
import IconSettings from '@tabler/icons-react/icons/IconSettings';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/me.ts';
import { Face } from '../../ui/face.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import classes from './nav-sheet.module.css';
import type { Place } from './places.ts';
import { useSignOut } from './sign-out.ts';

/** Behind the face: who is signed in, the places (on a phone they are nowhere else), the settings, and the way out. */
export default function NavSheet({ me, places, close }: { me: Me; places: readonly Place[]; close: () => void }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const name = me.name ?? me.person;
  return (
    <Sheet side title={t('app.you')} close={close}>
      <div className={classes.who}>
        <Face name={name} size={44} />
        <div>
          <p className={classes.name}>{name}</p>
          <p className={classes.quiet}>{[me.person, me.department].filter(Boolean).join(' · ')}</p>
        </div>
      </div>
      <nav className={classes.list} aria-label={t('app.places.all')}>
        {places.map(({ path, words }) => (
          <Link key={path} to={path} onClick={close} activeProps={{ 'aria-current': 'page' }}>
            {t(words)}
          </Link>
        ))}
      </nav>
      <div className={classes.list}>
        <Link to="/team/$person" params={{ person: me.person }} onClick={close}>
          <IconSeedling size={18} stroke={1.7} aria-hidden="true" />
          {t('app.places.development')}
        </Link>
        <Link to="/settings" onClick={close}>
          <IconSettings size={18} stroke={1.7} aria-hidden="true" />
          {t('app.places.settings')}
        </Link>
        <button type="button" onClick={() => signOut.mutate()} disabled={signOut.isPending}>
          <IconLogout size={18} stroke={1.7} aria-hidden="true" />
          {t('app.signOut')}
        </button>
      </div>
    </Sheet>
  );
}
